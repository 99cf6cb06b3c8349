package com.gopher.ownership.unseen;

import com.gopher.ownership.unseen.UnseenCase.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said of a set at the first try, and the part of the page that is made from it.
 *
 * @param set the name of its directory
 */
record UnseenTable(String set) {

  private static final Path PAGE = Path.of("..", "docs", "data-ownership.md");

  private Path results() {
    return Path.of("..", "docs", "results", "data-ownership-unseen-" + set + ".csv");
  }

  private String begin() {
    return "<!-- begin: " + set + " unseen set -->\n";
  }

  private String end() {
    return "<!-- end: " + set + " unseen set -->";
  }

  /** By the name of the case, in their order. */
  Map<String, Outcome> recorded() throws IOException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    Files.readAllLines(results()).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            cells ->
                outcomes.put(
                    cells[0],
                    Outcome.valueOf(cells[1].toUpperCase(Locale.ROOT).replace(' ', '_'))));
    return outcomes;
  }

  boolean isRecorded() {
    return Files.exists(results());
  }

  void write(Map<String, Outcome> outcomes) throws IOException {
    Files.write(
        results(),
        Stream.concat(
                Stream.of("case,first try"),
                outcomes.entrySet().stream()
                    .map(each -> each.getKey() + "," + each.getValue().shown()))
            .toList());
    String page = Files.readString(PAGE);
    Files.writeString(
        PAGE,
        page.substring(0, page.indexOf(begin()) + begin().length())
            + text(outcomes)
            + page.substring(page.indexOf(end())));
  }

  String onThePage() throws IOException {
    String page = Files.readString(PAGE);
    return page.substring(page.indexOf(begin()) + begin().length(), page.indexOf(end()));
  }

  static String text(Map<String, Outcome> outcomes) {
    long found = count(outcomes, Outcome.FOUND);
    long possible = count(outcomes, Outcome.POSSIBLE);
    long attacks = found + possible + count(outcomes, Outcome.MISSED);
    long wrong = count(outcomes, Outcome.FALSE);
    long doubted = count(outcomes, Outcome.FALSE_POSSIBLE);
    long innocents = wrong + doubted + count(outcomes, Outcome.SILENT);
    return """
        | at the first try | of | number | share |
        |---|---|---|---|
        | found, with the right module, owner and table | %s attacks | %s | %s |
        | called possible only | %s attacks | %s | %s |
        | with a false certain finding | %s innocents | %s | %s |
        | with a false possible finding only | %s innocents | %s | %s |

        Not right at the first try: %s.
        """
        .formatted(
            attacks,
            found,
            share(found, attacks),
            attacks,
            possible,
            share(possible, attacks),
            innocents,
            wrong,
            share(wrong, innocents),
            innocents,
            doubted,
            share(doubted, innocents),
            outcomes.entrySet().stream()
                .filter(each -> !List.of(Outcome.FOUND, Outcome.SILENT).contains(each.getValue()))
                .map(each -> each.getKey() + " (" + each.getValue().shown() + ")")
                .collect(Collectors.joining(", ")));
  }

  private static long count(Map<String, Outcome> outcomes, Outcome outcome) {
    return outcomes.values().stream().filter(outcome::equals).count();
  }

  private static String share(long part, long all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
