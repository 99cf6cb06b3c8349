/** The answer as text, as JSON and as a page. */
@NullMarked
package com.gopher.advise.report;

import org.jspecify.annotations.NullMarked;
