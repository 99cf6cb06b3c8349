package com.gopher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** What differs between the databases that applications run on. */
interface DatabaseType {

  /** The URL with which an administrator opens a database. */
  String administratorUrl(String url);

  /** Whether this failure says that another process has the database open. */
  boolean isInUse(SQLException e);

  /** Whether this failure says that what the database keeps cannot be read. */
  boolean isDamaged(SQLException e);

  /** Whether this failure says that there is no such login, or that it has another password. */
  boolean isWrongPassword(SQLException e);

  /** An unquoted name as the database's catalog spells it. */
  String folded(String name);

  /**
   * Waits until no other process sets this database up, and keeps others out until the second
   * connection is closed.
   */
  void lockForSetup(Connection administrator, Connection lock) throws SQLException;

  /** Statements that come before all others of a set-up. */
  List<String> prepare();

  /** Statements that create the schema and its two logins, or give existing ones this password. */
  List<String> provision(SchemaOwner schema, LoginPasswords passwords);

  /** Statements that let a module's app login insert rows into a table of another schema. */
  List<String> letAppend(SchemaOwner module, String schema, String table);

  /** Statements that take from a module's app login every right on a table of another schema. */
  List<String> keepFrom(SchemaOwner module, String schema, String table);

  /**
   * Statements that drop a schema with all that is in it, and then its two logins. Each may be run
   * again when it has been run before.
   */
  List<String> retire(SchemaOwner schema);

  /** A query for the names of logins that exist, of two that are asked for. */
  String existingLogins();

  /** A query for the names of logins that are connected to this database, of two. */
  String connectedLogins();

  /** Statements that come last: they take away what a database lets everybody do. */
  List<String> closeToOthers();

  /**
   * Whether what is acknowledged survives a killed process by itself; otherwise only while an
   * administrator stays connected that has made it durable.
   */
  boolean isDurableByItself();

  void makeDurable(Connection administrator) throws SQLException;

  /**
   * @throws UnusableDatabaseException if acknowledged commits could be lost
   */
  void assertDurable(Connection administrator) throws SQLException;

  /** Options of the connections of app logins. */
  Properties options();
}
