package com.gopher.advise.history;

import com.gopher.advise.text.Shareable;
import java.time.LocalDate;
import java.util.List;

/**
 * Who changed what within a window of the history. Merges are counted, and what they join is
 * counted where it was committed.
 *
 * @param from the first day of the window
 * @param authors people who changed anything, bots left out
 * @param commits changes by people, merges left out
 * @param sweeping commits that touch so many files that they say nothing about modules
 * @param crossingCommits commits that change more than one module
 * @param crossingAuthors who made them
 * @param releases tags on commits of the window
 * @param bots names that were left out
 * @param broadest the largest number of modules that one author changed
 * @param cutOff whether the history is shallow and ends within the window
 * @param modules the modules, most changed first
 * @param busiest the files that most people change in the same month
 */
public record People(
    LocalDate from,
    LocalDate until,
    int authors,
    int commits,
    int merges,
    int sweeping,
    int crossingCommits,
    int crossingAuthors,
    int releases,
    List<String> bots,
    int broadest,
    boolean cutOff,
    List<ModuleChange> modules,
    List<BusyFile> busiest) {

  public People {
    bots = bots.stream().map(Shareable::line).distinct().toList();
    modules = List.copyOf(modules);
    busiest = List.copyOf(busiest);
  }

  /**
   * How one module changed.
   *
   * @param commits changes that touch it
   * @param crossing those of them that touch another module, too
   * @param authors who made them
   */
  public record ModuleChange(String module, int commits, int crossing, int authors) {}

  /**
   * A file that several people change.
   *
   * @param authorsInAMonth the most people that changed it in one calendar month
   */
  public record BusyFile(String file, int authors, int authorsInAMonth, int commits) {

    public BusyFile {
      file = Shareable.line(file);
    }
  }

  /** The change of a module; none is a change, too. */
  public ModuleChange of(String module) {
    return modules.stream()
        .filter(each -> each.module().equals(module))
        .findFirst()
        .orElse(new ModuleChange(module, 0, 0, 0));
  }
}
