package com.gopher.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of a process by its threads, as the kernel of Linux counts it.
 *
 * @param nanos by the thread's number
 * @param names of the threads, the first 15 letters
 */
record ThreadTimes(Map<String, Long> nanos, Map<String, String> names) {

  /**
   * As it is now.
   *
   * @throws IOException if the system does not tell
   */
  static ThreadTimes of(long pid) throws IOException {
    var nanos = new HashMap<String, Long>();
    var names = new HashMap<String, String>();
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc", "" + pid, "task"))) {
      for (Path thread : threads) {
        String number = thread.getFileName().toString();
        try {
          String[] words = Files.readString(thread.resolve("schedstat")).split(" ");
          names.put(number, Files.readString(thread.resolve("comm")).strip());
          nanos.put(number, Long.parseLong(words[0]));
        } catch (NoSuchFileException | UncheckedIOException ended) {
          // It is counted no more; threads that matter here live on.
        }
      }
    }
    return new ThreadTimes(nanos, names);
  }

  /** Seconds since an earlier look, by name. */
  Map<String, Double> since(ThreadTimes earlier) {
    var seconds = new HashMap<String, Double>();
    nanos.forEach(
        (number, now) ->
            seconds.merge(
                names.getOrDefault(number, "?"),
                (now - earlier.nanos.getOrDefault(number, 0L)) / 1e9,
                Double::sum));
    return seconds;
  }
}
