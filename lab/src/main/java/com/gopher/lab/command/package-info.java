/** The commands of {@code ./shop}, one class each. */
@NullMarked
package com.gopher.lab.command;

import org.jspecify.annotations.NullMarked;
