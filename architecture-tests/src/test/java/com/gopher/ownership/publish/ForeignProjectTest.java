package com.gopher.ownership.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger's project, in a fresh directory and with a local repository that holds nothing of
 * ours, follows the first screen of the page: it installs the library and has its first finding.
 */
@Tag("seconds")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignProjectTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String QUERY = "SELECT status FROM orders.orders WHERE id = ?";

  private Path directory = Path.of("");
  private String page = "";

  @BeforeAll
  void installTheLibraryAlone(@TempDir Path fresh) throws IOException, InterruptedException {
    directory = fresh;
    page = Files.readString(ROOT.resolve("docs/data-ownership.md"));
    Path checkout = Files.createDirectories(directory.resolve("checkout"));
    copy(ROOT.resolve("data-ownership/src/main"), checkout.resolve("data-ownership/src/main"));
    Files.copy(ROOT.resolve("data-ownership/pom.xml"), checkout.resolve("data-ownership/pom.xml"));
    // The other modules are left out to keep the copy small; the command builds none of them.
    Files.writeString(
        checkout.resolve("pom.xml"),
        Files.readString(ROOT.resolve("pom.xml"))
            .replaceAll("(?m)^ +<module>(?!data-ownership<).*</module>\\R", ""));

    List<String> command = List.of(block("sh", "-am install").strip().split(" "));
    assertThat(command.get(0)).isEqualTo("mvn");
    Run run = maven(checkout, command.subList(1, command.size()));
    assertThat(run.code()).as(run.output()).isZero();
  }

  @Test
  void aProjectThatCrossesHasItsFirstFinding() throws IOException, InterruptedException {
    Run run = maven(project("crossing", QUERY), List.of("-q", "test"));

    assertThat(run.code()).isNotZero();
    assertThat(run.output())
        .contains("module 'billing' touches 'orders.orders' of module 'order'")
        .contains("Invoices.java:5");
  }

  @Test
  void aProjectThatDoesNotPasses() throws IOException, InterruptedException {
    Run run =
        maven(
            project("obeying", QUERY.replace("orders.orders", "billing.invoice")),
            List.of("-q", "test"));

    assertThat(run.code()).as(run.output()).isZero();
  }

  private Path project(String name, String query) throws IOException {
    Path project = directory.resolve(name);
    Path sources = project.resolve("src/main/java/com/stranger");
    write(project.resolve("pom.xml"), pom());
    write(
        sources.resolve("MyApplication.java"),
        "package com.stranger;\npublic class MyApplication {}\n");
    write(
        sources.resolve("order/Orders.java"),
        "package com.stranger.order;\npublic interface Orders {}\n");
    write(
        sources.resolve("billing/Invoices.java"),
        """
        package com.stranger.billing;

        class Invoices {
          void load(java.sql.Connection connection) throws java.sql.SQLException {
            connection.prepareStatement("%s");
          }
        }
        """
            .formatted(query));
    Path migrations = project.resolve("src/main/resources/db/migration");
    write(migrations.resolve("order/V1__orders.sql"), "CREATE TABLE orders.orders (id BIGINT);\n");
    write(
        migrations.resolve("billing/V1__invoices.sql"),
        "CREATE TABLE billing.invoice (id BIGINT);\n");
    write(
        project.resolve("src/test/java/com/stranger/DataOwnershipTest.java"),
        "package com.stranger;\n" + block("java", "class DataOwnershipTest"));
    return project;
  }

  private String pom() {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.stranger</groupId>
          <artifactId>stranger</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
        %s
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter</artifactId>
              <version>%s</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.15.0</version>
              </plugin>
              <plugin>
                <artifactId>maven-surefire-plugin</artifactId>
                <version>3.5.6</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(
            block("xml", "<artifactId>data-ownership</artifactId>"),
            Test.class.getPackage().getImplementationVersion());
  }

  /** The first block of the page in this language that has this text. */
  private String block(String language, String text) {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      if (matcher.group(1).contains(text)) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("The page has no block of " + language + " with " + text);
  }

  /**
   * The local repository is empty at first; what is not ours may come from the machine's own, so
   * that little has to be fetched.
   */
  private Run maven(Path project, List<String> arguments) throws IOException, InterruptedException {
    Path settings = directory.resolve("settings.xml");
    if (Files.notExists(settings)) {
      Files.writeString(settings, settings());
    }
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-gs", settings.toString()));
    command.add("-Dmaven.repo.local=" + directory.resolve("repository"));
    command.addAll(arguments);
    Path output = directory.resolve(project.getFileName() + ".log");
    int code =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    return new Run(code, Files.readString(output));
  }

  private static String settings() {
    String known = Path.of(System.getProperty("user.home"), ".m2", "repository").toUri().toString();
    String repository =
        """
        <id>machine</id><url>%s</url>
        <releases><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(known);
    return """
        <settings>
          <profiles>
            <profile>
              <id>machine</id>
              <repositories><repository>%s</repository></repositories>
              <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
        </settings>
        """
        .formatted(repository, repository);
  }

  private record Run(int code, String output) {}

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
