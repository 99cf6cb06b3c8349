package com.gopher.ownership;

import com.gopher.ownership.api.PublicApi;
import java.util.Collection;

/** What the modules of an application are. */
@PublicApi
public enum ModulesFrom {
  /** The direct sub-packages of the application's package, as Spring Modulith takes them. */
  PACKAGE,
  /** Each Maven module with classes of its own; also where several share a package. */
  MAVEN,
  /** Each Gradle project with classes of its own; also where several share a package. */
  GRADLE;

  /**
   * How a Maven or Gradle module is called: after its directory, or after the whole path of it if
   * another's has the same name.
   *
   * @param directory where it lies in the project; empty for the project itself
   * @param all the directories of all modules
   */
  public static String nameOf(String directory, Collection<String> all) {
    String last = directory.substring(directory.lastIndexOf('/') + 1);
    boolean alone =
        all.stream().filter(it -> it.equals(last) || it.endsWith("/" + last)).count() < 2;
    return directory.isEmpty() ? "root" : alone ? last : directory;
  }
}
