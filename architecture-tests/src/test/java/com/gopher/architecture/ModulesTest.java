package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A module that is new cannot stay outside of the rules: they list the modules by name. */
class ModulesTest {

  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

  @Test
  void eachModuleWithMainCodeIsHeldByTheRulesForSizeAndForTheHouse() throws IOException {
    assertThat(missing(Repository.read("pom.xml"), listedBy("SizeTest"))).isEmpty();
    assertThat(missing(Repository.read("pom.xml"), listedBy("HouseTest"))).isEmpty();
  }

  @Test
  void aModuleThatARuleDoesNotListIsFound() throws IOException {
    String without = listedBy("SizeTest").replace("\"gateway,", "\"");

    assertThat(missing(Repository.read("pom.xml"), without)).containsExactly("gateway");
  }

  private static String listedBy(String test) throws IOException {
    return Repository.read(
        "architecture-tests/src/test/java/com/gopher/architecture/" + test + ".java");
  }

  private static List<String> missing(String pom, String rule) {
    List<String> missing = new ArrayList<>();
    for (var match : MODULE.matcher(pom).results().toList()) {
      String module = match.group(1);
      if (Files.isDirectory(Repository.file(module + "/src/main/java"))
          && !Pattern.compile("\"" + module + "[\",]").matcher(rule).find()) {
        missing.add(module);
      }
    }
    return missing;
  }
}
