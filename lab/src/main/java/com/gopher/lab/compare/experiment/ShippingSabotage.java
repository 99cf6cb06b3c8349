package com.gopher.lab.compare.experiment;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.jvm.Sabotaged;
import com.gopher.lab.process.ProcessSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts sabotage into the processes of a shape that ship, and into no other. */
final class ShippingSabotage {

  private ShippingSabotage() {}

  /**
   * @param settings of the sabotage, as environment variables
   * @param names as the sabotage declares them
   */
  static Setup in(SystemShape shape, Setup setup, Map<String, String> settings, String... names) {
    Sabotaged sabotaged = Sabotaged.fromThisBuild();
    return setup.changing(
        spec -> {
          if (!ships(spec.name(), shape)) {
            return spec;
          }
          var environment = new LinkedHashMap<>(spec.environment());
          environment.putAll(settings);
          environment.putAll(Sabotaged.environment(names));
          return new ProcessSpec(
              spec.name(),
              spec.preparation(),
              sabotaged.command(spec.command()),
              environment,
              spec.url(),
              spec.managementUrl(),
              spec.ports(),
              spec.exclusiveFile(),
              spec.isAwaited());
        });
  }

  /** The second of several that ship is called like the first, with a number. */
  static boolean ships(String process, SystemShape shape) {
    return process.replaceFirst("-\\d+$", "").equals(shape.shipping());
  }
}
