package com.gopher.lab.compare.experiment.shareddatabase;

import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.traffic.Attempts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is to be thought of the claim when it is known how each shape fared.
 *
 * @param baseline the shape that is one process
 * @param sharing the one whose processes share a database
 * @param comparisons of the second with the first: accepted, then visible
 * @param smallest how much smaller a share must be to be of interest
 */
record SharedDatabaseVerdict(
    String baseline,
    String sharing,
    Map<String, Fared> shapes,
    List<Comparison> comparisons,
    double smallest) {

  /**
   * Shares from 0 to 1.
   *
   * @param withoutDatabase of the orders placed while the database with the shipments was away:
   *     those accepted in time
   * @param withNewTable of the orders placed after shipping alone had changed its own table: those
   *     whose parcels were seen
   */
  record Fared(double withoutDatabase, double withNewTable) {

    private boolean isIndependent() {
      return withoutDatabase >= Attempts.AT_WORK && withNewTable >= Attempts.AT_WORK;
    }
  }

  Verdict verdict() {
    Fared shared = of(sharing);
    boolean isTied = isShut(shared.withoutDatabase()) && isShut(shared.withNewTable());
    boolean othersAreFree =
        shapes.entrySet().stream()
            .filter(shape -> !shape.getKey().equals(baseline) && !shape.getKey().equals(sharing))
            .allMatch(shape -> shape.getValue().isIndependent());
    boolean oneProcessIsTiedByItsDatabaseAlone =
        isShut(of(baseline).withoutDatabase()) && of(baseline).withNewTable() >= Attempts.AT_WORK;
    return Verdict.of(
        isTied && othersAreFree && oneProcessIsTiedByItsDatabaseAlone && visible().isLarger(),
        shared.isIndependent() || visible().isSmaller());
  }

  private Comparison visible() {
    return comparisons.get(comparisons.size() - 1);
  }

  private Fared of(String shape) {
    return shapes.getOrDefault(shape, new Fared(0, 0));
  }

  private boolean isShut(double share) {
    return share < Attempts.AT_WORK - smallest;
  }

  String because() {
    return "While the database with the shipments was away, accepted in time: "
        + each(Fared::withoutDatabase)
        + ". After shipping alone had changed its own table, parcels seen: "
        + each(Fared::withNewTable)
        + ". "
        + comparisons.stream().map(Sentences::of).collect(Collectors.joining(" "));
  }

  private String each(ToDoubleFunction<Fared> share) {
    return shapes.entrySet().stream()
        .map(
            shape ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f %%",
                    shape.getKey(),
                    share.applyAsDouble(shape.getValue()) * 100))
        .collect(Collectors.joining(", "));
  }
}
