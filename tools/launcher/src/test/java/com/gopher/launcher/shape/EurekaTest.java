package com.gopher.launcher.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry changes in a city, before anything is started. */
class EurekaTest {

  @TempDir private Path temporary;

  private Path program;
  private EurekaJars jars;

  @BeforeEach
  void makeWhatIsPutTogether() throws IOException {
    Path extracted = Files.createDirectories(temporary.resolve("launch"));
    program = jar(extracted.resolve("program.jar"), "com.example.Main", null);
    Path lib = Files.createDirectories(extracted.resolve("lib"));
    jar(lib.resolve("spring-core-7.0.1.jar"));
    jar(lib.resolve("jackson-databind-3.1.0.jar"));
    jar(
        Files.createDirectories(temporary.resolve("broker")).resolve("broker-1.jar"),
        null,
        "server.properties");
    Path client = Files.createDirectories(temporary.resolve("client"));
    jar(client.resolve("spring-core-7.2.0.jar"));
    jar(client.resolve("jackson-databind-2.21.7.jar"));
    jar(client.resolve("eureka-client-2.0.5.jar"));
    jars = new EurekaJars(Path.of("discovery.jar"), Path.of("server"), client);
  }

  @Test
  void trackersAndGatewayGetWhatTheProgramsDoNotBringAndTheShopGetsNothing() {
    List<ProcessSpec> city = city(Discovery.EUREKA);

    assertThat(city)
        .extracting(ProcessSpec::name)
        .containsExactly(
            "registry", "kafka", "database", "shop", "tracker", "tracker-2", "gateway");
    for (String name : List.of("tracker", "tracker-2", "gateway")) {
      assertThat(String.join(" ", named(name, city).command()))
          .contains("program.jar", "eureka-client-2.0.5.jar", "com.example.Main")
          .as("Jackson 2 lives beside Jackson 3")
          .contains("jackson-databind-2.21.7.jar")
          .doesNotContain("spring-core");
      assertThat(named(name, city).environment())
          .containsEntry(Eureka.REGISTRY, city.get(0).url() + "/eureka/");
    }
    assertThat(named("tracker-2", city).environment())
        .containsEntry("EUREKA_INSTANCE_INSTANCEID", "tracker-2");
    assertThat(named("shop", city).command()).endsWith("-jar", program.toString());
    assertThat(named("shop", city).environment().toString()).doesNotContain("EUREKA");
  }

  @Test
  void theGatewayIsToldNoTrackerThatItCouldAskInstead() {
    assertThat(told(city(Discovery.EUREKA)))
        .containsEntry("SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_TRACKER", "")
        .doesNotContainKey("SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_TRACKER_0_URI");
    assertThat(told(city(null)))
        .as("the list, which is what a city has at first")
        .containsKeys(
            "SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_TRACKER_0_URI",
            "SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_TRACKER_1_URI")
        .doesNotContainKey("SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_TRACKER");
  }

  @Test
  void whatIsFetchedIsOfTheVersionThatTheGatewayIsBuiltWith() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "pom.xml")))
        .contains("<spring-cloud.version>" + EurekaJars.VERSION + "</spring-cloud.version>");
  }

  @Test
  void whoCannotFetchIsToldHowMuchItWouldHaveBeenAndWhatToDo() throws IOException {
    Path program = temporary.resolve(Path.of("tools", "discovery", "target", "discovery.jar"));
    jar(Files.createDirectories(program.getParent()).resolve("discovery.jar"));
    var said = new ByteArrayOutputStream();
    var printing = new PrintStream(said, true, StandardCharsets.UTF_8);
    String before = System.setProperty(Home.TOOLS_PROPERTY, temporary.toString());
    try {
      assertThatThrownBy(() -> EurekaJars.fetched(new Console(printing, printing, false)))
          .isInstanceOf(CouldNotRun.class)
          .hasMessageContaining("Eureka could not be fetched")
          .hasMessageContaining("Nothing was started")
          .hasMessageContaining("leave out --map eureka");
    } finally {
      if (before == null) {
        System.clearProperty(Home.TOOLS_PROPERTY);
      } else {
        System.setProperty(Home.TOOLS_PROPERTY, before);
      }
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("once: ", " MB");
  }

  private static Map<String, String> told(List<ProcessSpec> city) {
    return named("gateway", city).environment();
  }

  private static ProcessSpec named(String name, List<ProcessSpec> city) {
    return city.stream().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow();
  }

  private List<ProcessSpec> city(@Nullable Discovery discovery) {
    var data = new DataDirectory(temporary.resolve("data-" + discovery));
    data.create();
    List<String> command = List.of("java", "-XX:AOTCache=app.aot", "-jar", program.toString());
    var programs =
        new BuiltPrograms(
            "java",
            List.of("java", "-jar", program.toString()),
            command,
            program,
            temporary.resolve("broker"),
            () -> command,
            () -> jars);
    var wishes = new CityWishes(null, null, 2, null, 0, 0, 0, true, discovery);
    return new City(data, programs, Map.of(), wishes).processes();
  }

  private static void jar(Path file) throws IOException {
    jar(file, null, null);
  }

  private static Path jar(Path file, @Nullable String main, @Nullable String entry)
      throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (main != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
    }
    try (OutputStream out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out, manifest)) {
      if (entry != null) {
        jar.putNextEntry(new ZipEntry(entry));
      }
    }
    return file;
  }
}
