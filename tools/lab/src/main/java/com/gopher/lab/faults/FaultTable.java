package com.gopher.lab.faults;

import com.gopher.lab.faults.FaultReport.Result;
import java.util.Locale;

/** The results as lines of text. */
public final class FaultTable {

  private FaultTable() {}

  public static String header() {
    return String.format(
        Locale.ROOT,
        "%-40s %5s %7s %5s %11s %11s %8s %9s",
        "fault",
        "runs",
        "orders",
        "lost",
        "duplicated",
        "disordered",
        "refused",
        "recovery");
  }

  public static String row(Result result) {
    return String.format(
        Locale.ROOT,
        "%-40s %5d %7d %5d %11d %11d %8d %7.1f s",
        (result.without() == null ? "" : "  unprotected: ") + result.fault(),
        result.runs() - result.notRun(),
        result.orders(),
        result.lost(),
        result.duplicated(),
        result.disordered(),
        result.refused(),
        result.recoverySeconds());
  }
}
