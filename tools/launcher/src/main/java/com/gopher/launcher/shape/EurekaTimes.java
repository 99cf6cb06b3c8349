package com.gopher.launcher.shape;

import java.util.Map;

/**
 * How soon a registry, and those who ask it, notice that somebody came or is gone. Eureka's own
 * times are made for hundreds of instances that share a network; ours for a few on one machine.
 *
 * @param renewSeconds how often an instance says that it is there
 * @param expireSeconds after how much silence the registry may forget it
 * @param fetchSeconds how often who asks fetches what has changed
 * @param evictMillis how often the registry looks for those it may forget
 * @param cacheMillis how long the registry gives the same answer
 * @param preservesItself true if it forgets nobody while many are silent at once, since then its
 *     network may be to blame
 */
public record EurekaTimes(
    int renewSeconds,
    int expireSeconds,
    int fetchSeconds,
    int evictMillis,
    int cacheMillis,
    boolean preservesItself) {

  /** Those of {@code ./shop up city --map eureka}. */
  public static final EurekaTimes TUNED = new EurekaTimes(1, 3, 1, 1_000, 1_000, false);

  /** Eureka's own. */
  public static final EurekaTimes STANDARD = new EurekaTimes(30, 90, 30, 60_000, 30_000, true);

  /** What the registry is told. */
  public Map<String, String> ofTheRegistry() {
    return Map.of(
        "EUREKA_SERVER_EVICTIONINTERVALTIMERINMS", "" + evictMillis,
        "EUREKA_SERVER_RESPONSECACHEUPDATEINTERVALMS", "" + cacheMillis,
        "EUREKA_SERVER_ENABLESELFPRESERVATION", "" + preservesItself);
  }

  /** What those are told that register. */
  public Map<String, String> ofAnInstance() {
    return Map.of(
        "EUREKA_INSTANCE_LEASERENEWALINTERVALINSECONDS", "" + renewSeconds,
        "EUREKA_INSTANCE_LEASEEXPIRATIONDURATIONINSECONDS", "" + expireSeconds);
  }

  /** What those are told that ask. */
  public Map<String, String> ofWhoAsks() {
    return Map.of("EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "" + fetchSeconds);
  }
}
