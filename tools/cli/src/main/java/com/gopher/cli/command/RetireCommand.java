package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the shop drop the data of a module that has left its build. */
@Command(name = "retire")
public final class RetireCommand implements Callable<Integer> {

  private static final String DELIVERY = "delivery";

  private final Console console;

  @Parameters(paramLabel = "MODULE")
  private String module = "";

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--json")
  private boolean json;

  public RetireCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!module.equals(DELIVERY)) {
      throw new CouldNotRun(
          "The module %s cannot be retired, only delivery can. Nothing was dropped.", module);
    }
    RunningProcess shop = dataDirectory.shop();
    Map<String, String> body =
        Map.of("module", module, "by", System.getProperty("user.name", "unknown"));
    JsonNode retired =
        new Management(dataDirectory)
            .post(shop, "retirement", JsonMapper.shared().writeValueAsString(body));
    if (json) {
      console.json(retired);
      return 0;
    }
    console.result(
        "The schema %s was retired at %s by %s; its rows (%s) are in %s",
        retired.path("schema").asString(),
        retired.path("finishedAt").asString(),
        retired.path("by").asString(),
        retired.path("rows").asLong(),
        retired.path("file").asString());
    retired
        .path("loginsLeft")
        .forEach(
            login ->
                console.result(
                    "The login %s stays: another database of this server needs it.",
                    login.asString()));
    return 0;
  }
}
