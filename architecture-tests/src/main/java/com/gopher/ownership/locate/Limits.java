package com.gopher.ownership.locate;

/**
 * What an archive may cost, so that a hostile or broken one ends the inspection and not the
 * machine.
 *
 * @param depth how many archives may lie in one another
 * @param entries how many entries are looked at, over all archives
 * @param entryBytes the largest class or resource, unpacked
 * @param totalBytes all that is unpacked, together
 */
public record Limits(int depth, int entries, long entryBytes, long totalBytes) {

  public static Limits standard() {
    return new Limits(3, 300_000, 16L << 20, 1L << 30);
  }
}
