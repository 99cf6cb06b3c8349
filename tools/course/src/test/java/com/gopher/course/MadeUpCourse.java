package com.gopher.course;

import com.gopher.course.author.Rebase;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;

/** A clone with a course of two checkpoints and a state after them, of a few files. */
public final class MadeUpCourse {

  public static final String SHOP = "monolith/src/main/java/com/gophershop/";
  public static final String BELL = SHOP + "Bell.java";
  public static final String DOOR = SHOP + "Door.java";

  private final Path root;

  private MadeUpCourse(Path root) {
    this.root = root;
  }

  public static MadeUpCourse in(Path root) {
    var course = new MadeUpCourse(root);
    course.write("pom.xml", read(repository().resolve("pom.xml")));
    course.write("monolith/pom.xml", "<project/>\n");
    course.write(BELL, "class Bell {\n  // third\n\n  // rings\n}\n");
    course.write(DOOR, "class Door {}\n");
    course.write(SHOP + "Window.java", "class Window {}\n");
    course.write("docs/contract/order.json", "{}\n");
    course.write("docs/tutorial/README.md", "# Made up\n");
    course.write("docs/tutorial/end.md", "# The end\n\nYou have learnt it.\n");
    course.write("docs/tutorial/tree/README.md", "# Yours\n");
    course.write(
        "docs/tutorial/tree.txt",
        """
        # what a learner has
        monolith/pom.xml
        monolith/src/main/
        - monolith/src/main/java/com/gophershop/Secret.java
        docs/contract/ from last
        """);
    course.write(SHOP + "Secret.java", "class Secret {}\n");
    course.checkpoint("01-first", "The first", BELL);
    course.write(
        "docs/tutorial/01-first/before/" + BELL, "class Bell {\n  // first\n\n  // rings\n}\n");
    course.checkpoint("02-second", "The second", BELL + ", " + DOOR);
    course.write(
        "docs/tutorial/02-second/before/" + BELL, "class Bell {\n  // second\n\n  // rings\n}\n");
    course.write("docs/tutorial/02-second/absent.txt", DOOR + "\n");
    course.write("docs/tutorial/01-first/absent.txt", SHOP + "Window.java\n");
    course.write("docs/tutorial/03-last/absent.txt", SHOP + "Nothing.java\n");
    course.write(SHOP + "Nothing.java", "class Nothing {}\n");
    for (String library : new String[] {"foundation", "data-ownership"}) {
      course.write(
          library + "/pom.xml", "<project>\n  <dependencies>\n  </dependencies>\n</project>\n");
      course.write(library + "/src/main/java/A.java", "class A {}\n");
      course.emptyJar(library + "/target/" + library + "-1.0.0-SNAPSHOT.jar");
    }
    course.rebase();
    return course;
  }

  /** Records what each overlay stands for. */
  public void rebase() {
    new Rebase(root, home()::states).run();
  }

  /** One more checkpoint with all its pages. */
  public void checkpoint(String folder, String title, String edit) {
    String base = "docs/tutorial/" + folder + "/";
    write(
        base + "checkpoint.yml",
        "title: %s\nminutes: 5\nedit: [%s]\nneeds: [castle]\nquestion: Why?\n"
            .formatted(title, edit));
    write(base + "README.md", "# " + title + "\n\nDo it.\n");
    write(base + "why.md", "Because.\n");
    write(base + "hints.md", "## Hint 1\n\nGentle.\n\n## Hint 2\n\nClear.\n\n## Hint 3\n\nAll.\n");
  }

  private void emptyJar(String path) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      new ZipOutputStream(Files.newOutputStream(root.resolve(path))).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CourseHome home() {
    return new CourseHome(root);
  }

  public void write(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory of the project that these tests belong to. */
  public static Path repository() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("shop.cmd"))) {
      at = at.getParent();
    }
    return at;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
