package com.gopher.database;

import com.gopher.Api;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a schema that no module owns any more.
 *
 * @param by the operating-system user who asked
 * @param file with all rows as they were; null if there was no schema any more, only a login
 * @param rows in that file
 * @param finishedAt when schema and logins were gone; null if it was begun and never finished
 * @param loginsLeft those that another database of the same server needs
 */
@Api
public record Retirement(
    String schema,
    Instant begunAt,
    String by,
    @Nullable String file,
    long rows,
    @Nullable Instant finishedAt,
    List<String> loginsLeft) {}
