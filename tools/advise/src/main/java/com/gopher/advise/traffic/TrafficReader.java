package com.gopher.advise.traffic;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.traffic.Traffic.ModuleTraffic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the requests of a file by module. */
public final class TrafficReader {

  private static final int LONGEST_LINE = 64 * 1024;

  private final Routes routes;
  private final LineReader lines = new LineReader();
  private final Map<String, Long> requests = new TreeMap<>();
  private final Map<String, Map<Long, Long>> minutes = new HashMap<>();
  private long unmapped;
  private long unreadable;
  private long firstMinute = Long.MAX_VALUE;
  private long lastMinute = Long.MIN_VALUE;

  public TrafficReader(Routes routes) {
    this.routes = routes;
  }

  /**
   * Reads a file, line by line.
   *
   * @throws IOException if it cannot be read
   */
  public Evidence<Traffic> read(Path file) throws IOException {
    if (routes.isEmpty()) {
      return Evidence.unknown(
          "No controller was found that says which path leads to which module; say it with --route PATH=MODULE.");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        if (next == '\n') {
          add(line);
        } else if (line.length() <= LONGEST_LINE) {
          line.append((char) next);
        }
      }
      add(line);
    }
    return result(file);
  }

  private void add(StringBuilder line) {
    String text = line.toString().strip();
    line.setLength(0);
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (text.length() > LONGEST_LINE) {
      unreadable++;
      return;
    }
    lines.read(text).ifPresentOrElse(this::count, () -> unreadable++);
  }

  private void count(Request request) {
    String module = routes.moduleOf(request.path());
    if (module.isEmpty()) {
      unmapped += request.count();
      return;
    }
    requests.merge(module, request.count(), Long::sum);
    Long minute = request.minute();
    if (minute != null) {
      firstMinute = Math.min(firstMinute, minute);
      lastMinute = Math.max(lastMinute, minute);
      minutes
          .computeIfAbsent(module, it -> new HashMap<>())
          .merge(minute, request.count(), Long::sum);
    }
  }

  private Evidence<Traffic> result(Path file) {
    long mapped = requests.values().stream().mapToLong(Long::longValue).sum();
    if (mapped + unmapped == 0) {
      return Evidence.unknown(
          file.getFileName()
              + " holds no request that can be read; give an access log (common format or JSON lines) or the text of a Prometheus endpoint.");
    }
    List<ModuleTraffic> modules = new ArrayList<>();
    requests.forEach(
        (module, count) ->
            modules.add(
                new ModuleTraffic(
                    module,
                    count,
                    (double) count / mapped,
                    (double) count / Math.max(1, mapped - count),
                    peak(module, count))));
    modules.sort(Comparator.comparing(ModuleTraffic::requests).reversed());
    return Evidence.known(
        new Traffic(mapped + unmapped, unmapped, unreadable, modules, routes.all()));
  }

  private double peak(String module, long count) {
    long busiest =
        minutes.getOrDefault(module, Map.of()).values().stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return busiest == 0 ? 0 : (double) busiest * (lastMinute - firstMinute + 1) / count;
  }
}
