package com.gopher.lab.compare.system;

import java.util.List;

/**
 * Shapes that only the claims about them start: to the others they are no alternative.
 *
 * @param sharingADatabase a separate process on the same database
 * @param behindAGateway a city whose gateway is told where the trackers are
 * @param withAMap a city whose gateway asks a registry
 */
public record FurtherShapes(
    SystemShape sharingADatabase, SystemShape behindAGateway, SystemShape withAMap) {

  public List<SystemShape> all() {
    return List.of(sharingADatabase, behindAGateway, withAMap);
  }
}
