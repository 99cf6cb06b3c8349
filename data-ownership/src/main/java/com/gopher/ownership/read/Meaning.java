package com.gopher.ownership.read;

/** What a text means to the database method that receives it. */
enum Meaning {
  /** SQL, whole or a piece that says enough by itself. */
  SQL,
  /** A query over entities. */
  JPQL,
  /** The name of a table, view or sequence. */
  TABLE,
  /** The name of a schema. */
  SCHEMA,
  /** What stands before the names of tables, with a schema in it or not. */
  TABLE_PREFIX,
  /** The name of a function or procedure. */
  ROUTINE,
  /** A label, a value or the name of a column: of no meaning here. */
  NOTHING,
  /** Whatever the text itself looks like. */
  GUESS
}
