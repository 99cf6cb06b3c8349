package com.gopher.database;

import com.gopher.Api;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema and the two logins that may enter it: the owner, which migrates it, and the app, which
 * reads and writes its rows and nothing else.
 *
 * @param name what its owner is called in messages: the name of a module or of a program
 * @param schema lower case
 * @param owner the login that migrates
 * @param app the login that reads and writes rows
 * @param migrations Flyway's locations
 */
@Api
public record SchemaOwner(
    String name, String schema, String owner, String app, List<String> migrations) {

  /** With the usual logins, and migrations in the folder of that name. */
  public static SchemaOwner named(String name, String schema) {
    return new SchemaOwner(
        name,
        schema,
        schema + "_owner",
        schema + "_app",
        List.of("classpath:db/migration/" + name));
  }

  /** The same with the migrations of a library beside its own. */
  public SchemaOwner alsoMigratedBy(String location) {
    return new SchemaOwner(
        name, schema, owner, app, Stream.concat(migrations.stream(), Stream.of(location)).toList());
  }

  /** Read in health details and logs, where the name says it all. */
  @Override
  public String toString() {
    return name;
  }
}
