/**
 * The page of {@code ./shop watch}: two running shapes side by side, and the same order in both.
 */
@NullMarked
package com.gopher.lab.watch;

import org.jspecify.annotations.NullMarked;
