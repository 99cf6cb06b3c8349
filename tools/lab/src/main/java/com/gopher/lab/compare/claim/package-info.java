/** What an experiment is, what it may use, and what it hands back. */
@NullMarked
package com.gopher.lab.compare.claim;

import org.jspecify.annotations.NullMarked;
