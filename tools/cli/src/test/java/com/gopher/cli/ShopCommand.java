package com.gopher.cli;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a command of {@code ./shop} in this JVM: for those that only ask what runs elsewhere. */
public final class ShopCommand {

  private final Path dataDirectory;

  public ShopCommand(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  public Outcome run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var command = new ArrayList<>(List.of(arguments));
    command.addAll(List.of("--data-dir", dataDirectory.toString()));
    int exit =
        Shop.run(new Console(printing(out), printing(err), false), command.toArray(String[]::new));
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printing(ByteArrayOutputStream text) {
    return new PrintStream(text, true, StandardCharsets.UTF_8);
  }
}
