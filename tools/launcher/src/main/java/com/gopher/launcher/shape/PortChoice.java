package com.gopher.launcher.shape;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Ports;
import com.gopher.launcher.process.RunningProcess;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the processes of a data directory the ports they had, as far as those are still free. */
final class PortChoice {

  private final DataDirectory data;
  private final Map<String, Integer> remembered;
  private final Set<Integer> given = new HashSet<>();

  PortChoice(DataDirectory data) {
    this.data = data;
    this.remembered = data.ports();
  }

  /**
   * The port a user knows. A taken one is not replaced but refused.
   *
   * @param purpose what the port is remembered by
   * @param asked what the user asked for, 0 for any; null for the one of last time
   */
  int known(String purpose, String process, @Nullable Integer asked, int standard) {
    if (asked != null && asked == 0) {
      return any(purpose, process);
    }
    int port = asked != null ? asked : last(purpose, process).orElse(standard);
    given.add(port);
    return port;
  }

  /** A port that nobody asks for by number, kept as long as nobody else takes it. */
  int any(String purpose, String process) {
    boolean runs = data.running(process).filter(RunningProcess::isAlive).isPresent();
    int port = last(purpose, process).filter(known -> runs || !Ports.isTaken(known)).orElse(0);
    while (port == 0 || !given.add(port)) {
      port = Ports.free();
    }
    return port;
  }

  static String management(String process) {
    return process + "-management";
  }

  /** What a living process has is surer than what was noted when it became ready. */
  private Optional<Integer> last(String purpose, String process) {
    Optional<URI> living =
        data.running(process)
            .filter(RunningProcess::isAlive)
            .map(
                running ->
                    purpose.equals(process)
                        ? running.url()
                        : purpose.equals(management(process)) ? running.managementUrl() : null);
    return living.map(URI::getPort).or(() -> Optional.ofNullable(remembered.get(purpose)));
  }
}
