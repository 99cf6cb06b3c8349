package com.gopher.course.check;

import org.jspecify.annotations.Nullable;

/**
 * Why a check failed: one thing at a time.
 *
 * @param place file and line in the learner's tree, if there is one
 * @param raw what Modulith, the database, the compiler or the learner's own log said
 */
public record Failure(
    String expected, String found, @Nullable String place, String next, String raw) {}
