package com.gopher.course.tree;

import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a learner's tree that are in no state of the shop: the same at each checkpoint. */
public final class Templates {

  private static final String MODULE = "monolith/pom.xml";
  private static final String TRACKER = "extracted-tracker/pom.xml";

  private Templates() {}

  public static Tree of(CourseHome home) {
    return Directory.read(home.course().root().resolve("tree"))
        .with("pom.xml", pom(home.root().resolve("pom.xml")))
        .with(MODULE, module(home.root().resolve(MODULE)))
        .with("shop", bytes(resource("shop")))
        .with("shop.cmd", bytes(resource("shop.cmd").replace("\r\n", "\n").replace("\n", "\r\n")))
        .with(".gitignore", bytes(resource("gitignore")))
        .with(".gitattributes", bytes(resource("gitattributes")));
  }

  /** What a learner's tree has in another form than the repository, from some checkpoint on. */
  static Tree adapted(CourseHome home) {
    Path tracker = home.root().resolve(TRACKER);
    return Files.exists(tracker) ? Tree.empty().with(TRACKER, module(tracker)) : Tree.empty();
  }

  /** Versions are said once, in the repository's own pom. */
  private static byte[] pom(Path repository) {
    try {
      String original = Files.readString(repository);
      String pom = resource("pom.xml");
      for (String element : new String[] {"parent", "properties", "dependencyManagement"}) {
        pom = pom.replace("<!--@" + element + "@-->", section(original, element));
      }
      return bytes(pom);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] module(Path original) {
    try {
      return bytes(
          Files.readString(original)
              .replaceFirst(
                  "<version>1\\.0\\.0-SNAPSHOT</version>",
                  "<version>" + Libraries.VERSION + "</version>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String pom, String element) {
    String end = "</" + element + ">";
    return pom.substring(pom.indexOf("<" + element + ">"), pom.indexOf(end) + end.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (var stream = Templates.class.getResourceAsStream("/com/gopher/course/tree/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
