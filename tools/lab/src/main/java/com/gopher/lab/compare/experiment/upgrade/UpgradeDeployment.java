package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.load.LoadRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One deployment under load.
 *
 * @param isTogether whether the process that takes the orders is the one that was deployed
 * @param frontDoorRestarted whether it was another process afterwards
 * @param restarted the processes that were others afterwards
 * @param refusals how many orders were refused or not answered, by reason
 * @param secondsUntilSeen from the command to the first response with the new behaviour; null if
 *     there was none
 * @param deployedAt seconds after the begin of the load
 */
record UpgradeDeployment(
    String shape,
    boolean isTogether,
    boolean frontDoorRestarted,
    Set<String> restarted,
    long intended,
    Map<String, Long> refusals,
    @Nullable Double secondsUntilSeen,
    double deployedAt,
    List<LoadRecord.Second> seconds) {

  long refused() {
    return refusals.values().stream().mapToLong(Long::longValue).sum();
  }
}
