package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shop and the tracker hold themselves to the rules by the lines that the page shows. */
class TheTenLinesTest {

  private static final Pattern PUBLISHED =
      Pattern.compile("```java\n(import [^`]*?class DataOwnershipTest .*?)```", Pattern.DOTALL);

  @Test
  void theShopAndTheTrackerHaveTheLinesOfThePage() throws IOException {
    assertThat(inUse("monolith", "com.gophershop", "GopherShop")).isEqualTo(published());
    assertThat(inUse("extracted-tracker", "com.gotracker", "GoTracker")).isEqualTo(published());
  }

  @Test
  void aLineMoreIsNoticed() throws IOException {
    assertThat(inUse("monolith", "com.gophershop", "GopherShop") + "// but for billing\n")
        .isNotEqualTo(published());
  }

  private static String published() throws IOException {
    Matcher page = PUBLISHED.matcher(Repository.read("docs/data-ownership.md"));
    assertThat(page.find()).as("docs/data-ownership.md shows a DataOwnershipTest").isTrue();
    return page.group(1);
  }

  /** The file, with its package and its application called as the page calls them. */
  private static String inUse(String folder, String inPackage, String application)
      throws IOException {
    Path file =
        Repository.file(
            folder + "/src/test/java/" + inPackage.replace('.', '/') + "/DataOwnershipTest.java");
    return Files.readString(file)
        .replaceFirst("^package " + Pattern.quote(inPackage) + ";\n\n", "")
        .replace(application + ".class", "MyApplication.class");
  }
}
