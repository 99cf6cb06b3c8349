package com.gopher.ownership.structure;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.finding.Finding;
import java.util.List;

/**
 * What the compiled classes tell about the modules of an application: how large they are, where
 * they need one another, and what an inspection finds.
 *
 * @param classes how many classes were read, those of no module included
 * @param unreadable class files that are broken or newer than the reader knows
 */
@PublicApi
public record Structure(
    List<ModuleSize> modules,
    List<Link> links,
    List<Route> routes,
    List<Finding> findings,
    int classes,
    List<String> unreadable) {

  public Structure {
    modules = List.copyOf(modules);
    links = List.copyOf(links);
    routes = List.copyOf(routes);
    findings = List.copyOf(findings);
    unreadable = List.copyOf(unreadable);
  }
}
