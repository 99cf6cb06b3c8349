package com.gopher.ownership.locate;

import com.gopher.ownership.api.PublicApi;

/**
 * What an archive may cost, so that a hostile or broken one ends the inspection and not the
 * machine.
 *
 * @param depth how many archives may lie in one another
 * @param entries how many entries are looked at, over all archives
 * @param entryBytes the largest class or resource, unpacked
 * @param totalBytes all that is unpacked, together: what is passed over, too, and each time it is
 * @param keptBytes the application's own classes and resources, together
 */
@PublicApi
public record Limits(int depth, int entries, long entryBytes, long totalBytes, long keptBytes) {

  /** A class takes about ten times its bytes once it is read: what would not fit is refused. */
  public static Limits standard() {
    long fits = Runtime.getRuntime().maxMemory() / 12;
    return new Limits(3, 300_000, 16L << 20, 2L << 30, fits);
  }
}
