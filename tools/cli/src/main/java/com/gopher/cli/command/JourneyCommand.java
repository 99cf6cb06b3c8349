package com.gopher.cli.command;

import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.Journey;
import com.gopher.cli.journey.JourneyEnded;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lives through a customer's story with a running shop. */
@Command(name = "journey")
public final class JourneyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--shop", paramLabel = "URL")
  private @Nullable URI shop;

  @Option(names = "--tracking", paramLabel = "URL")
  private @Nullable URI tracking;

  @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "60")
  private int patience = 60;

  @Option(names = "--json")
  private boolean json;

  public JourneyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    URI shopUrl = shop != null ? shop : dataDirectory.frontDoor();
    var urls = new BaseUrls(shopUrl, tracking != null ? tracking : shopUrl);
    var sentences = new ArrayList<String>();
    try {
      new Journey(urls, Duration.ofSeconds(patience), sentence -> tell(sentence, sentences))
          .travel();
      return end(sentences, null);
    } catch (JourneyEnded e) {
      if (sentences.isEmpty() && e.getCause() instanceof IOException) {
        throw new CouldNotRun(
            e.getMessage() + " Nothing was ordered. Next: ./shop status" + dataDirectory.suffix(),
            e);
      }
      return end(sentences, e.getMessage());
    }
  }

  private void tell(String sentence, List<String> sentences) {
    sentences.add(sentence);
    if (!json) {
      console.result("%s %s", console.good("\u2713"), sentence);
    }
  }

  private int end(List<String> sentences, @Nullable String failure) {
    if (json) {
      console.json(
          failure == null
              ? Map.of("sentences", sentences)
              : Map.of("sentences", sentences, "failure", failure));
    } else if (failure != null) {
      console.result("%s %s", console.bad("\u2717"), failure);
    }
    return failure == null ? 0 : 1;
  }
}
