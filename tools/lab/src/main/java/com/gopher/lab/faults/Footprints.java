package com.gopher.lab.faults;

import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** What each process of a city holds of the machine, looked at again and again. */
final class Footprints {

  private static final long MEGABYTE = 1 << 20;

  private final Map<String, List<Held>> looks = new LinkedHashMap<>();

  private record Held(long megabytes, long files) {}

  /** A process that has ended, or whose system does not tell, is left out. */
  void look(CityUnderTest city) {
    for (RunningProcess process : city.processes()) {
      OptionalLong memory = ResidentMemory.of(process);
      OptionalLong files = openFiles(process);
      if (memory.isPresent() && files.isPresent()) {
        looks
            .computeIfAbsent(process.name(), unknown -> new ArrayList<>())
            .add(new Held(memory.getAsLong() / MEGABYTE, files.getAsLong()));
      }
    }
  }

  private static OptionalLong openFiles(RunningProcess process) {
    Path open = Path.of("/proc", "" + process.pid(), "fd");
    if (!Files.isDirectory(open)) {
      return OptionalLong.empty();
    }
    try (var files = Files.list(open)) {
      return OptionalLong.of(files.count());
    } catch (IOException | UncheckedIOException ended) {
      return OptionalLong.empty();
    }
  }

  /** The first third of the looks beside the last one, for each process. */
  List<Footprint> compared() {
    return looks.entrySet().stream()
        .filter(process -> process.getValue().size() >= 2)
        .map(process -> compared(process.getKey(), process.getValue()))
        .toList();
  }

  private static Footprint compared(String process, List<Held> all) {
    int third = Math.max(1, all.size() / 3);
    List<Held> first = all.subList(0, third);
    List<Held> last = all.subList(all.size() - third, all.size());
    return new Footprint(
        process,
        all.size(),
        median(first, Held::megabytes),
        median(last, Held::megabytes),
        median(first, Held::files),
        median(last, Held::files));
  }

  private static long median(List<Held> held, ToLongFunction<Held> figure) {
    return held.stream().mapToLong(figure).sorted().skip(held.size() / 2).findFirst().orElseThrow();
  }
}
