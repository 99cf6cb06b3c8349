package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was built and can be started.
 *
 * @param java the program
 * @param shop the command that starts the shop
 * @param tracker the command that starts a tracker
 * @param trackerJar the tracker as one file; the database server's program is in it
 * @param broker the directory with the broker's jars
 * @param gateway the command that starts a gateway, for those who want one
 * @param eureka what a registry takes, for those who want one
 */
public record BuiltPrograms(
    String java,
    List<String> shop,
    List<String> tracker,
    Path trackerJar,
    Path broker,
    Supplier<List<String>> gateway,
    Supplier<EurekaJars> eureka) {

  private static final String TRACKER = "extracted-tracker";

  /** Programs of a city that gets no registry. */
  public BuiltPrograms(
      String java,
      List<String> shop,
      List<String> tracker,
      Path trackerJar,
      Path broker,
      Supplier<List<String>> gateway) {
    this(
        java,
        shop,
        tracker,
        trackerJar,
        broker,
        gateway,
        () -> {
          throw new CouldNotRun("This city gets no registry. Nothing was started.");
        });
  }

  /** The one file that is the castle. */
  public static Path shopJar() {
    return Home.APPLICATION.built("monolith", "target", "gopher-shop.jar");
  }

  /** All programs, ready to start fast. */
  public static BuiltPrograms prepared(Console console) {
    BuiltPrograms programs = of(new FastStart(Jdk.current(), console)::command, console);
    new BrokerArchive(Jdk.current(), programs.broker()).prepare(console);
    return programs;
  }

  /**
   * All programs as they were built: what is measured has no flag that trades speed for a start.
   */
  public static BuiltPrograms plain() {
    return of(
        jar -> List.of(Jdk.current().java(), "-jar", jar.toString()), Console.ofThisProcess());
  }

  /** The gateway alone, ready to start fast. */
  public static Supplier<List<String>> preparedGateway(Console console) {
    return gateway(new FastStart(Jdk.current(), console)::command);
  }

  /** Of the tools' own build, also for a shop that somebody else has built. */
  private static Supplier<List<String>> gateway(Function<Path, List<String>> command) {
    return () -> command.apply(Home.TOOLS.built("gateway", "target", "gateway.jar"));
  }

  private static BuiltPrograms of(Function<Path, List<String>> command, Console console) {
    Path tracker = builtTracker();
    return new BuiltPrograms(
        Jdk.current().java(),
        command.apply(shopJar()),
        command.apply(tracker),
        tracker,
        Home.TOOLS.built("tools", "broker", "target", "lib"),
        gateway(command),
        () -> EurekaJars.fetched(console));
  }

  /** The tools' own for a learner of the course who has the contract, and no tracker yet. */
  private static Path builtTracker() {
    Path application = Home.APPLICATION.path();
    Home owner = Home.APPLICATION;
    if (!Files.isDirectory(application.resolve(TRACKER))) {
      if (!Files.isDirectory(application.resolve("docs").resolve("contract"))) {
        throw new CouldNotRun(
            "The shop in %s announces nothing yet: no tracker would hear of an order. Nothing was started. The shop alone: ./shop up castle"
                .formatted(application));
      }
      owner = Home.TOOLS;
    }
    return owner.built(TRACKER, "target", "gotracker.jar");
  }
}
