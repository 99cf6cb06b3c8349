package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.launcher.jvm.Sabotaged;
import java.util.Map;

/** Puts sabotage into the processes of a shape that ship, and into no other. */
public final class ShippingSabotage {

  private ShippingSabotage() {}

  /**
   * @param settings of the sabotage, as environment variables
   * @param names as the sabotage declares them
   */
  public static Setup in(
      SystemShape shape, Setup setup, Map<String, String> settings, String... names) {
    Sabotaged sabotaged = Sabotaged.fromThisBuild();
    return setup.changing(
        spec -> ships(spec.name(), shape) ? sabotaged.in(spec.with(settings), names) : spec);
  }

  /** The second of several that ship is called like the first, with a number. */
  public static boolean ships(String process, SystemShape shape) {
    return process.replaceFirst("-\\d+$", "").equals(shape.shipping());
  }
}
