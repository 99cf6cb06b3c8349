package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the two ways of an order names classes that exist, each in its own file. */
class WaysOfAnOrderTest {

  private static final Pattern CLASS = Pattern.compile("\\[`(\\w+)`]\\(\\.\\./([^)]+)\\)");
  private static final int CASTLE = 2;

  @Test
  void eachHopIsAClassThatIsThere() throws IOException {
    assertThat(missing(Repository.read("docs/ways.md"))).isEmpty();
  }

  @Test
  void aHopWhoseClassIsGoneIsFound() {
    String page = "| [`Gone`](../monolith/src/main/java/com/gophershop/order/Gone.java) | x |";

    assertThat(missing(page)).hasSize(1);
  }

  @Test
  void theWayThroughTheCastleLiesInTheMonolith() throws IOException {
    List<String> files = castle(Repository.read("docs/ways.md"));

    assertThat(files).hasSizeGreaterThan(12);
    assertThat(files).allMatch(file -> file.startsWith("monolith/src/main/java/com/gophershop/"));
  }

  private static List<String> missing(String page) {
    return CLASS
        .matcher(page)
        .results()
        .filter(
            hop ->
                !hop.group(2).endsWith("/" + hop.group(1) + ".java")
                    || !Files.exists(Repository.file(hop.group(2))))
        .map(hop -> hop.group(1) + " in " + hop.group(2))
        .toList();
  }

  private static List<String> castle(String page) {
    List<String> files = new ArrayList<>();
    for (String row : page.lines().filter(line -> line.startsWith("|")).toList()) {
      CLASS.matcher(row.split("\\|")[CASTLE]).results().forEach(hop -> files.add(hop.group(2)));
    }
    return files;
  }
}
