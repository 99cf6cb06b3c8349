package com.gopher.ownership.sql;

import java.util.Set;

/** The words of SQL that the scanner has to know. */
final class Words {

  /** What a statement may begin with. */
  static final Set<String> VERBS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "replace",
          "with",
          "create",
          "alter",
          "drop",
          "truncate",
          "call",
          "exec",
          "execute",
          "grant",
          "revoke",
          "comment",
          "lock",
          "set",
          "copy",
          "from",
          "explain",
          "refresh",
          "use",
          "table",
          "analyze",
          "vacuum",
          "rename",
          "do",
          "begin",
          "declare",
          "import",
          "values",
          "describe",
          "upsert",
          "reindex");

  /**
   * Statements whose meaning is plain from their first words, so that no parser has to confirm
   * them.
   */
  static final Set<String> DEFINITIONS =
      Set.of(
          "create",
          "alter",
          "drop",
          "truncate",
          "grant",
          "revoke",
          "comment",
          "lock",
          "set",
          "copy",
          "refresh",
          "use",
          "call",
          "exec",
          "execute",
          "rename",
          "do",
          "begin",
          "import",
          "declare");

  /** Commands that look after tables; many are words of English, too. */
  static final Set<String> UTILITIES =
      Set.of(
          "analyze",
          "bulk",
          "check",
          "checksum",
          "cluster",
          "desc",
          "describe",
          "flashback",
          "flush",
          "handler",
          "load",
          "lock",
          "optimize",
          "prepare",
          "purge",
          "reindex",
          "reorg",
          "repair",
          "script",
          "show",
          "unload",
          "unlock",
          "vacuum");

  /** Words that are never the name of a table where one is expected, unless quoted. */
  static final Set<String> RESERVED =
      Set.of(
          "select",
          "from",
          "where",
          "set",
          "on",
          "and",
          "or",
          "not",
          "in",
          "is",
          "as",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "outer",
          "natural",
          "using",
          "group",
          "having",
          "union",
          "all",
          "distinct",
          "values",
          "into",
          "case",
          "when",
          "then",
          "else",
          "end",
          "by",
          "limit",
          "offset",
          "fetch",
          "for",
          "with",
          "if",
          "exists",
          "only",
          "lateral",
          "cascade",
          "restrict",
          "default",
          "null",
          "references",
          "constraint",
          "primary",
          "unique",
          "check",
          "except",
          "intersect",
          "returning",
          "window",
          "to",
          "begin",
          "concurrently",
          "insert",
          "delete",
          "update");

  /** Words that end a table reference, so that they are not its alias. */
  static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "set",
          "on",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "outer",
          "natural",
          "using",
          "group",
          "order",
          "having",
          "union",
          "limit",
          "offset",
          "fetch",
          "for",
          "values",
          "select",
          "when",
          "except",
          "intersect",
          "returning",
          "tablesample",
          "key",
          "and",
          "or",
          "default",
          "straight_join",
          "lateral",
          "add",
          "alter",
          "drop",
          "rename",
          "to",
          "from",
          "as",
          "with",
          "minus",
          "window",
          "qualify",
          "inherits",
          "partition",
          "cascade",
          "restrict");

  /** Functions with a word {@code from} inside that names no table. */
  static final Set<String> FROM_INSIDE =
      Set.of("extract", "trim", "substring", "substr", "overlay", "position", "ltrim", "rtrim");

  /** Functions that are handed a whole statement as a string. */
  static final Set<String> TAKES_SQL =
      Set.of(
          "execute",
          "exec",
          "immediate",
          "format",
          "dblink",
          "dblink_exec",
          "dblink_open",
          "dblink_send_query",
          "query_to_xml",
          "csvwrite",
          "sp_executesql",
          "openquery",
          "query_to_xmlschema",
          "crosstab",
          "ts_stat",
          "schedule",
          "schedule_in_database",
          "parse");

  /** Functions that are handed a table's or sequence's name as a string. */
  static final Set<String> TAKES_NAME =
      Set.of(
          "nextval",
          "currval",
          "setval",
          "to_regclass",
          "pg_get_serial_sequence",
          "pg_relation_size",
          "pg_total_relation_size",
          "has_table_privilege",
          "table_to_xml");

  private Words() {}
}
