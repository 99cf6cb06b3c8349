package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The public types of the foundation are marked, and are those that its README names. */
class FoundationApiTest {

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:final|abstract|sealed) )*(?:class|record|enum|@?interface) (\\w+)");
  private static final Pattern NAMED =
      Pattern.compile("(?m)^\\| `(?:com\\.gopher\\.)?([A-Z]\\w+)` \\|");

  @Test
  void whatIsPublicIsMarked() throws IOException {
    assertThat(publicTypes(false)).isEmpty();
  }

  @Test
  void whatIsMarkedIsNamedByThePage() throws IOException {
    Set<String> named = new TreeSet<>();
    NAMED
        .matcher(Repository.read("foundation/README.md"))
        .results()
        .forEach(it -> named.add(it.group(1)));

    assertThat(publicTypes(true)).isEqualTo(named);
  }

  @Test
  void aPublicTypeWithoutTheMarkIsFound() {
    assertThat(publicTypes(List.of("package a;\n\npublic final class Door {}\n"), false))
        .containsExactly("Door");
  }

  private static Set<String> publicTypes(boolean marked) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(Repository.file("foundation/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return publicTypes(texts, marked);
  }

  private static Set<String> publicTypes(List<String> texts, boolean marked) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      Matcher type = PUBLIC_TYPE.matcher(text);
      if (type.find() && marked == text.contains("\n@Api\n")) {
        found.add(type.group(1));
      }
    }
    return found;
  }
}
