package com.gopher.lab.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The group of trackers grows, loses a member without warning, and shrinks. */
final class TrackersComeAndGo {

  private TrackersComeAndGo() {}

  static Fault fault() {
    return Fault.of(
        "trackers-joining-and-leaving", CityConfig.plain().trackers(2), TrackersComeAndGo::strike);
  }

  private static FaultResult strike(CityUnderTest city) throws Exception {
    var members = new ArrayList<Integer>();
    reach(city, 2, members);
    city.trackers(3);
    city.bringUp();
    reach(city, 3, members);
    String victim = city.oneOfTwoTrackers();
    city.kill(victim);
    reach(city, 2, members);
    city.bringUp();
    reach(city, 3, members);
    city.trackers(2);
    Instant relieved = Instant.now();
    city.bringUp();
    reach(city, 2, members);
    return new FaultResult(
        relieved,
        seen ->
            members.equals(List.of(2, 3, 2, 3, 2))
                ? "2, 3, 2 (%s killed), 3 and 2 members".formatted(victim)
                : null);
  }

  private static void reach(CityUnderTest city, int wanted, List<Integer> members)
      throws InterruptedException {
    if (city.awaitTrackers(wanted)) {
      members.add(wanted);
    }
    city.pause(city.between(500, 1_500));
  }
}
