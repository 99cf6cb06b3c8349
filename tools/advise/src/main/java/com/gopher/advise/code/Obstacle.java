package com.gopher.advise.code;

import com.gopher.advise.text.Shareable;
import java.util.Comparator;
import java.util.List;

/**
 * Something that ties two modules to one process or one database.
 *
 * @param from the module that needs
 * @param to the module that is needed
 * @param count in how many places
 * @param places some of them, as file and line with what is needed there
 */
public record Obstacle(Kind kind, String from, String to, int count, List<String> places) {

  /** In the order in which a list to work off has them. */
  public static final Comparator<Obstacle> BIGGEST_FIRST =
      Comparator.comparing(Obstacle::count)
          .reversed()
          .thenComparing(Obstacle::kind)
          .thenComparing(Obstacle::from)
          .thenComparing(Obstacle::to);

  public Obstacle {
    from = Shareable.line(from);
    to = Shareable.line(to);
    places = places.stream().map(Shareable::line).toList();
  }

  /** What ties them, hardest to untie first. */
  public enum Kind {
    TABLE("touches tables of"),
    TRANSACTION("changes data in one transaction with"),
    CALL("waits for answers of"),
    TYPE("names types of");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Between the names of the two modules. */
    public String words() {
      return words;
    }
  }
}
