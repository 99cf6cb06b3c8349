package com.gopher.ownership.mention;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.owner.TableName;

/**
 * What a reader has seen at a place, before anybody asks whose it is. A reader says what is written
 * there; whether that is a finding is decided later, from the place's module and the owner.
 */
public sealed interface Mention {

  Place place();

  /**
   * A text that may be SQL, JPQL or HQL.
   *
   * @param share which names in it are this place's
   */
  record Text(Place place, String text, Context context, Share share) implements Mention {}

  /**
   * A text that goes to a database and of which nothing is known.
   *
   * @param api what the text is given to
   */
  record UnknownText(Place place, String api) implements Mention {}

  /**
   * A name that is a table's by its place, such as in a mapping annotation.
   *
   * @param target the table that is changed where this one is named, often the same
   * @param shown the place's text, with the name marked
   * @param writes whether what is named here is written to
   */
  record Table(
      Place place, Rule rule, TableName table, TableName target, String shown, boolean writes)
      implements Mention {}

  /** A name with a dot that is a table's only if there is such a table. */
  record KnownName(Place place, TableName table, String shown) implements Mention {}

  /**
   * The name of a whole schema.
   *
   * @param lookedUp whether it is only asked for in the metadata, where an unknown one is nothing
   */
  record Schema(Place place, Rule rule, String schema, String shown, boolean lookedUp)
      implements Mention {}

  /**
   * A type that stands for stored data.
   *
   * @param home the module that the type belongs to
   * @param what what the type is, in a word
   * @param table the table behind it as far as it is known, else the type's name
   * @param certain whether more than the type's name says so
   */
  record StoredType(
      Place place, CodeClass type, String home, String what, String table, boolean certain)
      implements Mention {}

  /**
   * The name of a bean, a property or a login that may be a way into another module's database.
   *
   * @param access whether the place already says that this names such a way
   */
  record Access(Place place, String name, boolean access, String shown) implements Mention {}

  /**
   * A way around the module's own data access, whose meaning is plain where it is read.
   *
   * @param owner the other module, or empty if it is nobody's in particular
   */
  record Crossing(Place place, Rule rule, String owner, String name, String shown, String why)
      implements Mention {}

  /** A resource that could not be read. */
  record Unreadable(Place place, String why) implements Mention {}
}
