package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.console.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What {@code --help} says stands in a file: nothing is missing there, and nothing is left over.
 */
class ShopHelpTest {

  private static final String OF_THE_COURSE = "tutorial";

  private final List<CommandSpec> commands = new ArrayList<>();

  ShopHelpTest() {
    collect(Shop.commandLine(new Console(System.out, System.err, false)));
  }

  @Test
  void eachCommandOptionAndParameterIsDescribed() {
    for (CommandSpec command : commands) {
      assertThat(command.usageMessage().description()).as(command.qualifiedName()).isNotEmpty();
      for (ArgSpec argument : command.args()) {
        assertThat(argument.description())
            .as(command.qualifiedName() + " " + argument.paramLabel())
            .isNotEmpty();
      }
    }
  }

  @Test
  void eachLineBelongsToSomething() throws Exception {
    var lines = new Properties();
    try (var file = Shop.class.getResourceAsStream("help.properties")) {
      lines.load(file);
    }
    var leftOver = new TreeSet<>(lines.stringPropertyNames());
    for (CommandSpec command : commands) {
      String name = command.qualifiedName(".");
      leftOver.removeIf(line -> line.matches("\\Q" + name + "\\E\\.usage\\.description(\\.\\d+)?"));
      for (OptionSpec option : command.options()) {
        String plain = option.longestName().replaceFirst("^-+", "");
        leftOver.removeAll(List.of(plain, name + "." + plain));
      }
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        leftOver.remove(name + "." + parameter.paramLabel() + "[" + parameter.index() + "]");
      }
    }
    assertThat(leftOver).isEmpty();
  }

  private void collect(CommandLine line) {
    commands.add(line.getCommandSpec());
    line.getSubcommands()
        .forEach(
            (name, below) -> {
              if (!name.equals(OF_THE_COURSE)) {
                collect(below);
              }
            });
  }
}
