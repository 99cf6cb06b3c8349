/** What was found: on the terminal, as JSON, and as a page that needs no network. */
@NullMarked
package com.gopher.lab.compare.report;

import org.jspecify.annotations.NullMarked;
