package com.gopher.database;

import com.gopher.Api;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What differs between applications in the way they reach their database; declared as a bean beside
 * the {@link Schemas}. Where the database is and who its administrator is, {@code
 * spring.datasource.url}, {@code .username} and {@code .password} say; without them it is an H2
 * file. The password may also be in a file that {@code database.password-file} names.
 *
 * @param program what the application calls itself in messages; its property for the data directory
 *     is {@code PROGRAM.data-dir}, and the embedded database's file has this name
 * @param dataDir where that file is; unused when a database URL is given
 * @param connections the most connections of one login
 * @param connectionTimeout how long to wait for one of them
 * @param passwordSeed mixed into the passwords of the logins; never changed, or the logins of
 *     existing databases get other passwords while another instance still uses the old ones
 */
@Api
public record DatabaseSettings(
    String program,
    Path dataDir,
    int connections,
    Duration connectionTimeout,
    String passwordSeed) {}
