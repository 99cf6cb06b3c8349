package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.system.Budget;
import com.gopher.lab.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole outcome of one session, and all that somebody needs to judge it. Written as JSON by
 * {@link ReportFile}; the table and the page are made from it alone.
 *
 * @param version of this form, so that an older program refuses what it cannot read
 * @param commit of the sources that were measured, or {@code unknown}
 * @param java the version of the JVM that ran all processes
 * @param versions of the shop and what it is made of, by name
 * @param command what the user typed, for example {@code compare --quick}
 * @param flags of the JVMs of all processes
 * @param load what the load generator itself cost; null if the session ended before it was asked
 * @param shapes that were compared, the one that the others are compared with first
 * @param experiments all that there are, also those that were not run
 */
public record Report(
    int version,
    Depth depth,
    Instant started,
    Instant finished,
    String commit,
    Machine machine,
    String java,
    Map<String, String> versions,
    List<String> command,
    List<String> flags,
    Budget budget,
    Busy busy,
    @Nullable LoadCheck load,
    Noise aa,
    List<ShapeNote> shapes,
    List<Result> experiments) {

  /** The form that this program writes and reads. */
  public static final int VERSION = 1;

  /** True if its figures are an impression only, because few samples were taken. */
  public boolean rough() {
    return depth == Depth.QUICK;
  }

  /**
   * Whether others were at work on the machine.
   *
   * @param reasons sentences with what was seen; empty if it was quiet
   */
  public record Busy(List<String> reasons) {

    public boolean marked() {
      return !reasons.isEmpty();
    }
  }

  /**
   * What measuring cost.
   *
   * @param ordersPerSecond the rate at which it was checked
   * @param shareOfOneCore the load generator's processor time by the time that passed
   * @param scheduleErrorP99Millis from the intended to the actual moment of sending
   */
  public record LoadCheck(
      double ordersPerSecond, double shareOfOneCore, double scheduleErrorP99Millis) {

    private static final double CORE = 0.20;
    private static final double MILLIS = 2;

    /** True if the generator was light and punctual enough to be trustworthy. */
    public boolean passed() {
      return shareOfOneCore < CORE && scheduleErrorP99Millis < MILLIS;
    }
  }

  /**
   * The A/A run: the same shape compared with itself.
   *
   * @param pairs how often it was started twice
   * @param bands by measure; empty if the session ended before
   */
  public record Noise(int pairs, double seconds, List<Band> bands) {

    public static Noise unknown() {
      return new Noise(0, 0, List.of());
    }
  }

  /** A shape as its reader needs to know it. */
  public record ShapeNote(String name, String description) {}
}
