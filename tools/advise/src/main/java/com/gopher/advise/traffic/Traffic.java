package com.gopher.advise.traffic;

import com.gopher.advise.text.Shareable;
import java.util.List;

/**
 * Requests by module.
 *
 * @param requests all that could be read
 * @param unmapped those of them that no route leads to a module
 * @param unreadable lines that are no request
 * @param modules the modules, most asked first
 * @param routes which paths were taken for which module
 */
public record Traffic(
    long requests,
    long unmapped,
    long unreadable,
    List<ModuleTraffic> modules,
    List<RouteOfModule> routes) {

  /**
   * Requests to one module.
   *
   * @param share of all requests that lead to a module, from 0 to 1
   * @param timesTheRest its requests by those of all other modules, which count as one if they have
   *     none
   * @param peak requests of its busiest minute by those of its mean minute; 0 where no times are
   *     known
   */
  public record ModuleTraffic(
      String module, long requests, double share, double timesTheRest, double peak) {}

  /**
   * A path that leads to a module.
   *
   * @param source where that is known from: a controller, or the option
   */
  public record RouteOfModule(String path, String module, String source) {

    public RouteOfModule {
      path = Shareable.line(path);
      source = Shareable.line(source);
    }
  }
}
