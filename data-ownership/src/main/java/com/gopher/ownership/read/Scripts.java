package com.gopher.ownership.read;

import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** SQL scripts that no path gives to a module belong to the class that runs them. */
final class Scripts {

  private final Map<String, ResourceFile> byPath = new HashMap<>();
  private final Modules modules;
  private final Mentions mentions;

  Scripts(Collection<ResourceFile> resources, Modules modules, Mentions mentions) {
    resources.stream()
        .filter(resource -> resource.hasExtension("sql", "ddl"))
        .forEach(resource -> byPath.put(resource.path(), resource));
    this.modules = modules;
    this.mentions = mentions;
  }

  /** The class at this place runs a script, named as a resource or a class path location. */
  void runBy(Place place, String location) {
    String path = location.replaceFirst("^classpath\\*?:", "").replaceFirst("^/", "");
    ResourceFile script = byPath.get(path);
    if (script == null && place.type() != null) {
      script = byPath.get(place.type().packageName().replace('.', '/') + "/" + path);
    }
    if (script != null && !modules.ofPath(script.path()).equals(place.module())) {
      mentions.text(place, script.text(), Context.sql());
    }
  }

  /**
   * A changelog of a module runs a script that no path gives to any module: the finding stands in
   * the script.
   */
  void runBy(String module, String changelog, String location) {
    String path = location.replaceFirst("^classpath\\*?:", "").replaceFirst("^/", "");
    ResourceFile script = byPath.get(path);
    if (script == null) {
      script = byPath.get(changelog.substring(0, changelog.lastIndexOf('/') + 1) + path);
    }
    if (script != null
        && modules.isModule(module)
        && modules.ofPath(script.path()).equals(Modules.APPLICATION)) {
      mentions.text(Place.in(module, script.path(), 1), script.text(), Context.migration());
    }
  }
}
