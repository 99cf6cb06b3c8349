package com.gopher.ownership.owner;

/**
 * What is known about a name that a module uses.
 *
 * @param table the full name, with the schema if it is known
 * @param owner the owning module where there is exactly one, else empty
 * @param why the evidence for the owner
 */
public record Resolution(Kind kind, TableName table, String owner, String why) {

  /** How the name stands to the module. */
  public enum Kind {
    /** The module's own, shared by declaration, or none of this application's business. */
    ALLOWED,
    /** Another module's, and the table itself is known. */
    FOREIGN,
    /** In another module's schema, though nothing says that there is such a table. */
    FOREIGN_SCHEMA,
    /** More than one module could be meant. */
    AMBIGUOUS,
    /** Nobody is known to own it. */
    UNKNOWN
  }

  /** What this says, in one line. */
  public String line() {
    return "'"
        + table
        + "' "
        + switch (kind) {
          case ALLOWED -> "is the module's own, shared or external" + evidence();
          case FOREIGN -> "is a table of module '" + owner + "'" + evidence();
          case FOREIGN_SCHEMA -> "is in a schema of module '" + owner + "'" + evidence();
          case AMBIGUOUS -> "may be more than one module's" + evidence();
          case UNKNOWN -> "has no known owner";
        };
  }

  private String evidence() {
    return why.isEmpty() ? "" : " (" + why + ")";
  }
}
