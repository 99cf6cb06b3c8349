package com.gopher.ownership.read;

import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.xml.XmlElement;
import java.util.List;
import java.util.Set;

/**
 * Reads what mapping files of Hibernate and JPA say in SQL beside their queries: formulas,
 * conditions, definitions, and the names of sequences, generators' tables and routines.
 */
final class MappingXmlTexts {

  private static final List<String> CONDITIONS = List.of("formula", "where", "check", "condition");
  private static final Set<String> STATEMENTS = Set.of("create", "drop");
  private static final Set<String> PIECES =
      Set.of("formula", "filter", "filter-def", "sql-restriction", "check-constraint");

  private final Mentions mentions;

  MappingXmlTexts(Mentions mentions) {
    this.mentions = mentions;
  }

  void read(XmlElement element, Place place) {
    CONDITIONS.forEach(attribute -> condition(element.attribute(attribute), place));
    String text = element.text().strip();
    if (PIECES.contains(element.name())) {
      condition(text, place);
    } else if (STATEMENTS.contains(element.name()) && !text.isEmpty()) {
      mentions.text(place, text, Context.mapping());
    } else if (element.name().equals("param")
        && element.attribute("name").matches("sequence(_name)?|table(_name)?")) {
      table(text, place, "param");
    }
    if (!element.attribute("subselect").isEmpty()) {
      mentions.text(place, element.attribute("subselect"), Context.mapping());
    }
    table(element.attribute("sequence-name"), place, element.name());
    if (!element.attribute("column-definition").isEmpty()) {
      String column = element.attribute("column-definition");
      mentions.text(place, "create table mapped_ (c " + column + ")", Context.mapping());
    }
    if (!element.attribute("procedure-name").isEmpty()) {
      mentions.text(place, "call " + element.attribute("procedure-name") + "()", Context.mapping());
    }
  }

  /** The table that an element of {@code orm.xml} names beside its own. */
  void table(String written, Place place, String element) {
    if (!written.isEmpty()) {
      String shown = "<" + element + " >>" + written + "<<>";
      mentions.table(place, Rule.MAPPING, TableName.parse(written), shown);
    }
  }

  private void condition(String text, Place place) {
    if (!text.isEmpty()) {
      mentions.text(place, "select 1 from dual where " + text, Context.mapping());
    }
  }
}
