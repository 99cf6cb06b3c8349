package com.gopher.advise.traffic;

import org.jspecify.annotations.Nullable;

/**
 * Requests to one path.
 *
 * @param minute since 1970, or null where the file has no times
 */
record Request(String path, @Nullable Long minute, long count) {}
