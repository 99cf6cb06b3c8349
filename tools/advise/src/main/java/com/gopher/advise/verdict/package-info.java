/** The three signs, the answer for each module, and what would flip it. */
@NullMarked
package com.gopher.advise.verdict;

import org.jspecify.annotations.NullMarked;
