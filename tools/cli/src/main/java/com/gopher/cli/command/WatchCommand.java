package com.gopher.cli.command;

import com.gopher.lab.watch.WatchServer;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.DistributedMonolith;
import com.gopher.launcher.shape.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a page that shows two running shapes side by side, until it is ended. */
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {

  private static final String BEGIN =
      "Start two: ./shop up castle --detach, and ./shop up city --detach --data-dir .shop-city --shop-port 0";

  private final Console console;

  @Option(names = "--data-dir", paramLabel = "DIR")
  private List<Path> directories = List.of();

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090")
  private int port = 8090;

  public WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    PortOption.check("--port", port);
    List<DataDirectory> watched =
        directories.isEmpty()
            ? whatRunsIn(Path.of(""))
            : atMostTwo(directories.stream().map(DataDirectory::new).toList());
    watched.forEach(WatchCommand::refuseIfNothingIsListed);
    try (WatchServer server = WatchServer.start(port, watched, this::bringUp)) {
      watched.forEach(data -> console.narrate("Watching %s.", data.root()));
      console.result(server.address().toString());
      console.narrate(
          "Open it in a browser. Who has this address can order, kill and revive; without what stands behind # one can only look. Ctrl-C ends the page, and what runs goes on.");
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      throw new CouldNotRun(
          "The page cannot be served at port %s (%s). Nothing was changed. Choose another: ./shop watch --port 0"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** The default data directory, and those beside it whose names begin as its name does. */
  static List<DataDirectory> whatRunsIn(Path directory) {
    List<DataDirectory> running;
    try (Stream<Path> all = Files.list(directory)) {
      running =
          all.filter(path -> path.getFileName().toString().matches("\\.shop(-.*)?"))
              .filter(path -> Files.exists(path.resolve("run.json")))
              .sorted()
              .map(DataDirectory::new)
              .filter(data -> data.running().stream().anyMatch(RunningProcess::isAlive))
              .toList();
    } catch (IOException e) {
      throw new CouldNotRun("This directory cannot be listed (" + e + "). Nothing was changed.", e);
    }
    if (running.isEmpty()) {
      throw new CouldNotRun(
          "Nothing runs in .shop or in .shop-* here. Nothing was changed. " + BEGIN);
    }
    return atMostTwo(running);
  }

  private static List<DataDirectory> atMostTwo(List<DataDirectory> directories) {
    if (directories.size() > 2) {
      throw new CouldNotRun(
          "There are %s: %s. Two fit side by side. Nothing was changed. Name two of them: ./shop watch --data-dir DIR --data-dir DIR",
          directories.size(), directories.stream().map(DataDirectory::root).toList());
    }
    return directories;
  }

  private static void refuseIfNothingIsListed(DataDirectory data) {
    if (data.running().isEmpty()) {
      throw new CouldNotRun(
          "Nothing was started in the data directory %s. Nothing was changed. %s",
          data.root(), BEGIN);
    }
  }

  /** As the user would type it; what {@code up} does not remember by itself is said again. */
  private void bringUp(DataDirectory data) throws InterruptedException {
    boolean castle = !DistributedMonolith.livesIn(data) && !City.livesIn(data);
    var words = new ArrayList<String>();
    words.add(
        castle ? "castle" : DistributedMonolith.livesIn(data) ? DistributedMonolith.NAME : "city");
    words.addAll(List.of("--detach", "--data-dir", data.root().toString()));
    if (castle && data.running(City.GATEWAY).isPresent()) {
      words.add("--gateway");
    }
    if (data.running(Traces.NAME).isPresent()) {
      words.add("--traces");
    } else {
      Traces.collector(data)
          .ifPresent(elsewhere -> words.addAll(List.of("--traces-to", elsewhere.toString())));
    }
    var up = new UpCommand(console);
    new CommandLine(up).parseArgs(words.toArray(String[]::new));
    up.call();
  }
}
