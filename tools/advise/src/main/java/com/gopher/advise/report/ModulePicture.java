package com.gopher.advise.report;

import com.gopher.advise.code.ModuleFacts;
import com.gopher.advise.code.Obstacle;
import com.gopher.advise.history.People;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.ModuleVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The modules in a circle: the area of a disc is its types, its ring is as wide as it changes
 * often, and a line is as wide as there are places that cross.
 */
final class ModulePicture {

  private static final double CENTRE = 300;
  private static final double CIRCLE = 200;
  private static final double LARGEST = 60;
  private static final double SMALLEST = 10;
  private static final double WIDEST = 8;

  private final Answer answer;
  private final Map<String, Disc> discs = new LinkedHashMap<>();

  /** A module as a disc; lengths are those of the drawing. */
  record Disc(
      String name, String x, String y, String radius, String ring, String labelY, String title) {}

  /** What crosses between two modules. */
  record Line(String x1, String y1, String x2, String y2, String width, String title) {}

  ModulePicture(Answer answer) {
    this.answer = answer;
    int most = answer.modules().stream().mapToInt(it -> types(it.module())).max().orElse(1);
    int busiest = answer.modules().stream().mapToInt(it -> commits(it.module())).max().orElse(1);
    int number = 0;
    for (ModuleVerdict module : answer.modules()) {
      double angle = 2 * Math.PI * number++ / answer.modules().size() - Math.PI / 2;
      discs.put(module.module(), disc(module.module(), angle, most, busiest));
    }
  }

  private Disc disc(String module, double angle, int most, int busiest) {
    double radius =
        Math.max(SMALLEST, LARGEST * Math.sqrt((double) types(module) / Math.max(1, most)));
    double x = CENTRE + CIRCLE * Math.cos(angle);
    double y = CENTRE + CIRCLE * Math.sin(angle);
    return new Disc(
        module,
        number(x),
        number(y),
        number(radius),
        number(1 + WIDEST * commits(module) / Math.max(1, busiest)),
        number(y + radius + 18),
        module + ": " + types(module) + " types, " + commits(module) + " commits");
  }

  List<Disc> discs() {
    return List.copyOf(discs.values());
  }

  List<Line> lines() {
    Map<List<String>, Integer> places = new LinkedHashMap<>();
    answer
        .evidence()
        .code()
        .found()
        .ifPresent(
            code ->
                code.modules().stream()
                    .flatMap(module -> module.obstacles().stream())
                    .distinct()
                    .forEach(each -> places.merge(ends(each), each.count(), Integer::sum)));
    int most = places.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    List<Line> lines = new ArrayList<>();
    places.forEach(
        (ends, count) -> {
          Disc from = discs.get(ends.get(0));
          Disc to = discs.get(ends.get(1));
          if (from != null && to != null) {
            lines.add(
                new Line(
                    from.x(),
                    from.y(),
                    to.x(),
                    to.y(),
                    number(1 + WIDEST * count / most),
                    ends.get(0) + " and " + ends.get(1) + ": " + count + " places"));
          }
        });
    return lines;
  }

  private static List<String> ends(Obstacle obstacle) {
    return obstacle.from().compareTo(obstacle.to()) < 0
        ? List.of(obstacle.from(), obstacle.to())
        : List.of(obstacle.to(), obstacle.from());
  }

  private int types(String module) {
    Optional<ModuleFacts> facts = answer.evidence().code().found().flatMap(code -> code.of(module));
    return facts.map(ModuleFacts::types).orElse(0);
  }

  private int commits(String module) {
    Optional<People> people = answer.evidence().people().found();
    return people.map(it -> it.of(module).commits()).orElse(0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
