package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.statistics.Interval;
import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.lab.compare.system.SystemShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Recorded comparisons of two shapes, one without a road and one with. */
public final class Compared {

  public static final SystemShape CASTLE = shape("castle", "");
  public static final SystemShape CITY = shape("city", "kafka");

  /** Less than a quarter more, or less, is of no interest. */
  public static final double SMALLEST_EFFECT = 1.25;

  private Compared() {}

  /** What was measured with an interval of 10 % to either side and a noise of 15 %. */
  public static Comparison of(String measure, double castle, double city) {
    double ratio = city / castle;
    return new Comparison(
        measure,
        "µs",
        "castle",
        castle,
        "city",
        city,
        ratio,
        new Interval(ratio / 1.1, ratio * 1.1),
        new Band(measure, 1 / 1.15, 1.15),
        SMALLEST_EFFECT);
  }

  private static SystemShape shape(String name, String road) {
    return new SystemShape(
        name,
        name,
        "shop",
        "shop",
        road,
        Map.of("shop", 1.0),
        List.of(),
        ShippingCode.inTheShop(Path.of("")),
        (data, setup) -> List.of());
  }
}
