package com.gopher.ownership.mention;

import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.owner.TableName;

/** Where readers hand in what they have seen, one mention at a time. */
@FunctionalInterface
public interface Mentions {

  void add(Mention mention);

  default void text(Place place, String text, Context context) {
    add(new Mention.Text(place, text, context, Share.ALL));
  }

  default void table(Place place, Rule rule, TableName table, String shown) {
    add(new Mention.Table(place, rule, table, table, shown, false));
  }

  default void schema(Place place, Rule rule, String schema, String shown) {
    add(new Mention.Schema(place, rule, schema, shown, false));
  }
}
