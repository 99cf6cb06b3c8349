package com.gopher.course.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stops a mistake, in the order in which it would be met: from the build to the worst day. */
public enum Net {
  MODULES(
      "modules",
      "walls",
      "at build time: a module uses a class that it may not, or there is a circle",
      new ModulesCheck()),
  RULES(
      "rules",
      "locks",
      "at build time: a text, a mapping or a migration reaches, or may reach, for another module's"
          + " table",
      new OwnershipCheck(),
      new TransactionsCheck()),
  LOGINS(
      "logins",
      "locks",
      "in tests that run the shop: each module's login is tried at each other module's tables, and"
          + " a customer orders",
      new LocksCheck(),
      new JourneyCheck()),
  OUTAGE(
      "outage",
      "messengers",
      "in a test that breaks billing, mends it, and kills the shop: something stays undone",
      new BrokenBillingCheck()),
  REPLAY(
      "replay",
      "building",
      "in a test that sends the tracker records twice, too late and unreadable: a parcel is wrong",
      new BuildingCheck());

  private final String word;
  private final String from;
  private final String stops;
  private final List<Check> checks;

  /**
   * @param from the slug of the checkpoint that spans it
   * @param stops when it stops what, as the end of a sentence
   */
  Net(String word, String from, String stops, Check... checks) {
    this.word = word;
    this.from = from;
    this.stops = stops;
    this.checks = List.of(checks);
  }

  /** As a learner writes it. */
  public String word() {
    return word;
  }

  public static Optional<Net> called(String word) {
    return Stream.of(values()).filter(net -> net.word.equals(word)).findFirst();
  }

  /** Those that are spanned when the checkpoint with this slug is solved. */
  public static List<Net> heldAt(String slug) {
    return Stream.of(values()).filter(net -> Checks.isUpTo(net.from, slug)).toList();
  }

  /** All of them in Markdown, with when they stop what. */
  public static String table() {
    return Stream.of(values())
        .map(net -> "| `%s` | %s |".formatted(net.word, net.stops))
        .collect(
            Collectors.joining(
                "\n",
                "| net | stops it |\n|---|---|\n",
                "\n| `none` | never: the change is innocent |"));
  }

  List<Check> checks() {
    return checks;
  }
}
