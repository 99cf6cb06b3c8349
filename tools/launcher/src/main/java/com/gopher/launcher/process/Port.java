package com.gopher.launcher.process;

import org.jspecify.annotations.Nullable;

/**
 * A port that a process will listen on.
 *
 * @param purpose what it is remembered by, for example {@code shop}
 * @param option how the user chooses another, for example {@code --shop-port}; null if nobody has
 *     to know it
 */
public record Port(String purpose, int number, @Nullable String option) {}
