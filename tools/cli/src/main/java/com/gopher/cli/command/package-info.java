/** The commands of {@code ./shop}, one class each. */
@NullMarked
package com.gopher.cli.command;

import org.jspecify.annotations.NullMarked;
