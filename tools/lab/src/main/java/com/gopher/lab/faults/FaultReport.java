package com.gopher.lab.faults;

import com.gopher.lab.machine.Machine;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of the suite found; written as JSON, from which the documentation is generated.
 *
 * @param seed of the first run of each fault
 * @param perSecond calls of the customers
 */
public record FaultReport(
    Machine machine, long seed, double perSecond, List<FaultSummary> results) {

  public static FaultReport read(String json) {
    return JsonMapper.shared().readValue(json, FaultReport.class);
  }
}
