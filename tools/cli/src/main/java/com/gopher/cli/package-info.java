/**
 * The program behind {@code ./shop}. What {@code --help} says stands in {@code help.properties}, by
 * command and option.
 */
@NullMarked
package com.gopher.cli;

import org.jspecify.annotations.NullMarked;
