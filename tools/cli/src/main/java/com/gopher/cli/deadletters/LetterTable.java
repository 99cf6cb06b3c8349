package com.gopher.cli.deadletters;

import com.gopher.launcher.console.ForeignText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead letters, one a line. */
public final class LetterTable {

  private static final int LONGEST_CELL = 60;
  private static final int LONGEST_REASON = 200;

  private static final Comparator<Letter> OLDEST_FIRST =
      Comparator.comparing(
          Letter::setAsideAt, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private LetterTable() {}

  /** Returns at most {@code limit} of each topic, the oldest first. */
  public static List<Letter> newest(List<Letter> letters, int limit) {
    var newest = new ArrayList<Letter>();
    for (String topic : DeadLetterReader.TOPICS) {
      List<Letter> here =
          letters.stream()
              .filter(letter -> letter.id().topic().equals(topic))
              .sorted(OLDEST_FIRST)
              .toList();
      newest.addAll(here.subList(Math.max(0, here.size() - limit), here.size()));
    }
    return newest;
  }

  /** Returns a title and a line for each letter; nothing if there is none. */
  public static List<String> lines(List<Letter> letters) {
    if (letters.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("letter", "set aside at", "from", "reader", "key", "state", "reason"));
    for (Letter letter : letters) {
      rows.add(
          List.of(
              letter.id().toString(),
              cell(letter.setAsideAt(), LONGEST_CELL),
              cell(letter.from(), LONGEST_CELL),
              cell(letter.reader(), LONGEST_CELL),
              cell(letter.key(), LONGEST_CELL),
              state(letter),
              cell(letter.reason(), LONGEST_REASON)));
    }
    return rows.stream().map(row -> aligned(row, rows)).toList();
  }

  private static String state(Letter letter) {
    if (letter.isOpen()) {
      return letter.cameBackFrom() == null ? "open" : "open again";
    }
    Settlement last = letter.settlements().get(letter.settlements().size() - 1);
    int times = letter.settlements().size();
    return ForeignText.line(last.done(), LONGEST_CELL) + (times == 1 ? "" : " (" + times + ")");
  }

  private static String cell(@Nullable String text, int longest) {
    return text == null ? "-" : ForeignText.line(text, longest);
  }

  private static String aligned(List<String> row, List<List<String>> rows) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(it -> it.get(column).length()).max().orElse(0);
      line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
