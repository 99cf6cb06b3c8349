package com.gopher.ownership.gallery;

import static com.gopher.ownership.gallery.Gallery.PROBE;
import static com.gopher.ownership.gallery.Gallery.inBilling;

import java.util.List;

/** Verbs of SQL in what people read, and the same words where a database reads them. */
final class WordingSamples implements Samples {

  @Override
  public List<Sample> all() {
    return List.of(
        Sample.innocent("a message that a log asks for when it is wanted")
            .source(
                PROBE,
                inBilling(
                    "void go(long id) { java.util.logging.Logger.getLogger(\"x\").log(java.util.logging.Level.FINE, () -> \"delete from orders where id = \" + id); }")),
        Sample.violation("a statement that a function makes")
            .source(
                PROBE,
                inBilling(
                    "void go(long id) { run(() -> \"delete from orders.orders where id = \" + id); } void run(java.util.function.Supplier<String> sql) { jdbc.update(sql.get()); }"))
            .certain("sql", "billing", "orders.orders"),
        Sample.innocent("a sentence with a value at its end")
            .source(
                PROBE,
                inBilling(
                    "String go(long id) { return \"delete from orders waiting list: \" + id; }")),
        Sample.violation("a statement with a value at its end")
            .source(
                PROBE,
                inBilling("String go(long id) { return \"delete from orders where \" + id; }"))
            .possible("sql", "billing", "orders.orders"),
        Sample.innocent("labels of actions with more words, and with a count")
            .source(
                PROBE,
                inBilling(
                    "enum Action { REMOVE(\"delete from customer list\"), ADD(\"insert into customer list\"); final String label; Action(String label) { this.label = label; } } String go(int count) { return \"UPDATE customer (\" + count + \")\"; }")),
        Sample.violation("the words of a label that are run")
            .source(PROBE, inBilling("void go() { jdbc.update(\"delete from customer list\"); }"))
            .certain("sql", "billing", "customers.customer"));
  }
}
