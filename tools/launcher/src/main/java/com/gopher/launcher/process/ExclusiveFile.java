package com.gopher.launcher.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A database file that nobody else may hold open.
 *
 * @param path where it is
 * @param freshStart the option of {@code ./shop up} that begins without what was in it; null if
 *     there is none
 */
public record ExclusiveFile(Path path, @Nullable String freshStart) {}
