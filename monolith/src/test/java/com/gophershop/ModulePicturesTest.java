package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;

/** What the documentation shows of the modules is what the code says. */
class ModulePicturesTest {

  private static final String RENEWAL =
      "mvn -q test -pl monolith -am -Dtest=ModulePicturesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dmodules.renew=true";

  private static final Path TEXTS = Path.of("../docs/modules");
  private static final Path PICTURE = Path.of("../docs/modules.svg");

  private static Map<String, String> drawn = Map.of();

  @BeforeAll
  static void draw(@TempDir Path folder) throws IOException {
    drawn = ModulePictures.texts(ApplicationModules.of(GopherShop.class), folder);
    if (Boolean.getBoolean("modules.renew")) {
      Files.createDirectories(TEXTS);
      for (String old : committed().keySet()) {
        Files.delete(TEXTS.resolve(old));
      }
      for (var text : drawn.entrySet()) {
        Files.writeString(TEXTS.resolve(text.getKey()), text.getValue());
      }
      Files.writeString(PICTURE, ModulePictures.svg(drawn));
    }
  }

  @Test
  void theCanvasesAreThoseOfTheCode() throws IOException {
    assertThat(lines(committed()))
        .as("docs/modules is stale; renew it: " + RENEWAL)
        .isEqualTo(lines(drawn));
  }

  @Test
  void thePictureIsThatOfTheCode() throws IOException {
    assertThat(stale(drawn)).as("docs/modules.svg is stale; renew it: " + RENEWAL).isEmpty();
  }

  @Test
  void anArrowMoreMakesThePictureStale() throws IOException {
    Map<String, String> changed = new TreeMap<>(drawn);
    changed.computeIfPresent(
        "components.puml", (name, text) -> text.replace("@enduml", "A --> B\n@enduml"));

    assertThat(stale(changed)).hasSize(1);
  }

  /** Also drawn here, so that what is needed to renew it is there when somebody has to. */
  @Test
  void thePictureCanBeDrawnAndShowsEachModule() throws IOException {
    assertThat(ModulePictures.svg(drawn))
        .contains("prefers-color-scheme: dark")
        .contains(">Catalog<", ">Customer<", ">Order<", ">Billing<", ">Delivery<", ">Tracking<");
  }

  /** Spring Modulith lists beans and events in the order of a set. */
  private static Map<String, List<String>> lines(Map<String, String> texts) {
    Map<String, List<String>> lines = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            lines.put(
                name, text.lines().map(it -> it.replaceFirst("^\\|\\*", "*")).sorted().toList()));
    return lines;
  }

  private static List<String> stale(Map<String, String> texts) throws IOException {
    List<String> missing = new ArrayList<>();
    if (!Files.readString(PICTURE).contains(ModulePictures.origin(texts))) {
      missing.add(ModulePictures.origin(texts));
    }
    return missing;
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.list(TEXTS)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
