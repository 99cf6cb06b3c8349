package com.gopher.course.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pom of a ready jar: what it needs, without a parent that only this repository has. */
final class LibraryPom {

  private static final Pattern DEPENDENCY =
      Pattern.compile("[ ]*<dependency>.*?</dependency>\\R", Pattern.DOTALL);
  private static final Pattern NOT_FOR_USERS =
      Pattern.compile("<scope>(test|provided)</scope>|<optional>true</optional>");

  private LibraryPom() {}

  static String of(Path parent, Path module, String name) {
    try {
      String versions = Files.readString(parent);
      return """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.gopher</groupId>
        <artifactId>%s</artifactId>
        <version>%s</version>
        %s
        %s
        <dependencies>
      %s  </dependencies>
      </project>
      """
          .formatted(
              name,
              Libraries.VERSION,
              section(versions, "properties"),
              managed(versions),
              neededBy(Files.readString(module)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String managed(String pom) {
    String own = section(pom, "dependencyManagement");
    String boot =
        """
        <dependency>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-dependencies</artifactId>
                <version>%s</version>
                <type>pom</type>
                <scope>import</scope>
              </dependency>
        """
            .formatted(section(section(pom, "parent"), "version").replaceAll("</?version>", ""));
    return own.replace("    </dependencies>", "      " + boot + "    </dependencies>");
  }

  private static String neededBy(String pom) {
    String dependencies = section(pom, "dependencies");
    return DEPENDENCY
        .matcher(dependencies)
        .results()
        .map(MatchResult::group)
        .filter(dependency -> !NOT_FOR_USERS.matcher(dependency).find())
        .collect(Collectors.joining());
  }

  private static String section(String pom, String element) {
    String end = "</" + element + ">";
    return pom.substring(pom.indexOf("<" + element + ">"), pom.indexOf(end) + end.length());
  }
}
