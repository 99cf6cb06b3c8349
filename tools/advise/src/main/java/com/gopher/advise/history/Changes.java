package com.gopher.advise.history;

import com.gopher.advise.module.ModuleMap;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up commits. */
final class Changes {

  /** A commit of more files is a reformatting, a rename of a package or an import. */
  static final int SWEEPING = 100;

  private static final int BUSIEST = 10;

  private final ModuleMap modules;
  private final Map<String, Integer> numberOfAuthor = new HashMap<>();
  private final Map<String, Count> counts = new TreeMap<>();
  private final Map<String, FileCount> files = new HashMap<>();
  private final Map<Integer, Set<String>> modulesOfAuthor = new HashMap<>();
  private final Set<Integer> crossingAuthors = new HashSet<>();
  private final Set<String> bots = new TreeSet<>();
  private int commits;
  private int crossingCommits;
  private int sweeping;

  Changes(ModuleMap modules) {
    this.modules = modules;
  }

  private static final class Count {
    private final BitSet authors = new BitSet();
    private int commits;
    private int crossing;
  }

  private static final class FileCount {
    private final BitSet authors = new BitSet();
    private final Map<YearMonth, BitSet> months = new HashMap<>();
    private int commits;
  }

  /**
   * Adds a commit.
   *
   * @param whole whether its files are what it changed; those of a commit whose parent is not there
   *     are all that existed
   */
  void add(Commit commit, boolean whole) {
    Set<Integer> authors = new HashSet<>();
    for (Commit.Author author : commit.authors()) {
      if (author.bot()) {
        bots.add(author.name());
      } else {
        authors.add(numberOfAuthor.computeIfAbsent(author.identity(), it -> numberOfAuthor.size()));
      }
    }
    if (authors.isEmpty()) {
      return;
    }
    commits++;
    if (whole && commit.files().size() > SWEEPING) {
      sweeping++;
    } else if (whole) {
      addFiles(commit, authors);
    }
  }

  private void addFiles(Commit commit, Set<Integer> authors) {
    Set<String> touched = new TreeSet<>();
    YearMonth month = YearMonth.from(commit.when().atZone(ZoneOffset.UTC));
    for (String file : commit.files()) {
      String module = modules.of(file);
      if (!module.isEmpty()) {
        touched.add(module);
        FileCount count = files.computeIfAbsent(file, it -> new FileCount());
        count.commits++;
        BitSet ofMonth = count.months.computeIfAbsent(month, it -> new BitSet());
        authors.forEach(count.authors::set);
        authors.forEach(ofMonth::set);
      }
    }
    boolean crosses = touched.size() > 1;
    if (crosses) {
      crossingCommits++;
      crossingAuthors.addAll(authors);
    }
    for (String module : touched) {
      Count count = counts.computeIfAbsent(module, it -> new Count());
      count.commits++;
      count.crossing += crosses ? 1 : 0;
      authors.forEach(count.authors::set);
    }
    authors.forEach(
        author -> modulesOfAuthor.computeIfAbsent(author, it -> new HashSet<>()).addAll(touched));
  }

  People people(Window window, int merges, int releases, boolean cutOff) {
    List<People.ModuleChange> changes = new ArrayList<>();
    counts.forEach(
        (module, count) ->
            changes.add(
                new People.ModuleChange(
                    module, count.commits, count.crossing, count.authors.cardinality())));
    changes.sort(Comparator.comparing(People.ModuleChange::commits).reversed());
    return new People(
        window.firstDay(),
        window.lastDay(),
        numberOfAuthor.size(),
        commits,
        merges,
        sweeping,
        crossingCommits,
        crossingAuthors.size(),
        releases,
        List.copyOf(bots),
        modulesOfAuthor.values().stream().mapToInt(Set::size).max().orElse(0),
        cutOff,
        changes,
        busiest());
  }

  private List<People.BusyFile> busiest() {
    return files.entrySet().stream()
        .map(
            entry ->
                new People.BusyFile(
                    entry.getKey(),
                    entry.getValue().authors.cardinality(),
                    entry.getValue().months.values().stream()
                        .mapToInt(BitSet::cardinality)
                        .max()
                        .orElse(0),
                    entry.getValue().commits))
        .filter(file -> file.authorsInAMonth() > 1)
        .sorted(
            Comparator.comparing(People.BusyFile::authorsInAMonth)
                .thenComparing(People.BusyFile::commits)
                .reversed()
                .thenComparing(People.BusyFile::file))
        .limit(BUSIEST)
        .toList();
  }
}
