package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** PostgreSQL 14 or newer, with real roles and grants. */
class PostgresDatabase extends Database {

  /** Any constant will do; it keeps two shops that start together from creating roles twice. */
  private static final long PROVISIONING_LOCK = 0x676f70686572L;

  PostgresDatabase(String url, String username, String password) {
    super(url, username, password);
  }

  @Override
  String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  void prepare(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(PROVISIONING_LOCK));
      // Before PostgreSQL 15 every login may create tables in the schema public.
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }
  }

  @Override
  List<String> provision(ModuleSchema schema, LoginPasswords passwords) {
    return List.of(
        login(schema.owner()),
        password(schema.owner(), passwords),
        login(schema.app()),
        password(schema.app(), passwords),
        // An administrator who is no superuser must be a member of the role he gives a schema to.
        "GRANT %s TO CURRENT_USER".formatted(schema.owner()),
        "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s"
            .formatted(schema.schema(), schema.owner()),
        "GRANT USAGE ON SCHEMA %s TO %s".formatted(schema.schema(), schema.app()));
  }

  @Override
  List<String> letAppend(ModuleSchema module, String schema, String table) {
    return List.of(
        "GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, module.app()),
        "GRANT INSERT ON %s.%s TO %s".formatted(schema, table, module.app()));
  }

  @Override
  void assertDurable(Connection administrator) throws SQLException {
    try (var statement = administrator.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock(%d)".formatted(PROVISIONING_LOCK));
    }
  }

  private static String login(String name) {
    return """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
            CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
          END IF;
        END $$
        """
        .formatted(name);
  }

  private static String password(String name, LoginPasswords passwords) {
    return "ALTER ROLE %s PASSWORD '%s'".formatted(name, passwords.of(name));
  }
}
