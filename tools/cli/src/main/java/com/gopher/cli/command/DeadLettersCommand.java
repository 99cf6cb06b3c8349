package com.gopher.cli.command;

import com.gopher.cli.deadletters.DeadLetterReader;
import com.gopher.cli.deadletters.Letter;
import com.gopher.cli.deadletters.LetterId;
import com.gopher.cli.deadletters.LetterPage;
import com.gopher.cli.deadletters.LetterTable;
import com.gopher.cli.deadletters.UnreachableKafkaException;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what shop and trackers could not read, and sends it back when it can be read. */
@Command(name = "dead-letters", synopsisSubcommandLabel = "(list | show | replay | dismiss)")
public final class DeadLettersCommand {

  private final Console console;

  public DeadLettersCommand(Console console) {
    this.console = console;
  }

  @Command(name = "list")
  int list(
      @Mixin DataDirectoryOption dataDirectory,
      @Option(names = "--all") boolean all,
      @Option(names = "--limit", paramLabel = "N", defaultValue = "100") int limit,
      @Option(names = "--json") boolean json) {
    if (limit < 1) {
      throw new CouldNotRun("--limit must be at least 1. Nothing was read.");
    }
    List<Letter> letters = reading(dataDirectory, "Nothing was read.", DeadLetterReader::all);
    List<Letter> wanted = letters.stream().filter(letter -> all || letter.isOpen()).toList();
    List<Letter> shown = LetterTable.newest(wanted, limit);
    long open = letters.stream().filter(Letter::isOpen).count();
    int left = wanted.size() - shown.size();
    if (json) {
      console.json(Map.of("letters", shown, "open", open, "notShown", left));
      return 0;
    }
    LetterTable.lines(shown).forEach(console::result);
    if (left > 0) {
      console.narrate(left + " older ones are not shown; --limit N shows more.");
    }
    console.narrate(
        open == 0
            ? "No dead letter is open."
            : "%s open. Look into one: ./shop dead-letters show ID%s   Send it back: ./shop dead-letters replay ID%s"
                .formatted(open, dataDirectory.suffix(), dataDirectory.suffix()));
    return 0;
  }

  @Command(name = "show")
  int show(
      @Mixin DataDirectoryOption dataDirectory,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--raw", paramLabel = "FILE") @Nullable Path raw,
      @Option(names = "--json") boolean json) {
    LetterId asked = idOf(id, "Nothing was read.", dataDirectory);
    LetterPage page =
        reading(
            dataDirectory,
            "Nothing was read.",
            letters ->
                LetterPage.of(letters, asked)
                    .orElseThrow(() -> unknown(asked, "Nothing was read.", dataDirectory)));
    if (raw != null) {
      write(page, raw);
    }
    if (json) {
      console.json(page.asJson());
    } else {
      page.lines().forEach(console::result);
    }
    return 0;
  }

  private void write(LetterPage page, Path file) {
    if (page.isGone()) {
      throw new CouldNotRun(
          "The value was too large for a letter, and it does not lie in %s any more. Nothing was written. What is left of it: the same command without --raw",
          page.valueAt().orElse("its topic"));
    }
    byte[] value = page.value();
    try {
      Files.write(file, value, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CouldNotRun(
          file + " exists and was left as it is. Choose another file: --raw FILE", e);
    } catch (IOException e) {
      throw new CouldNotRun(
          file + " cannot be written (" + e + "). Choose another file: --raw FILE", e);
    }
    console.narrate("Wrote %s bytes to %s.", value.length, file);
  }

  @Command(name = "replay")
  int replay(
      @Mixin DataDirectoryOption dataDirectory,
      @Parameters(paramLabel = "ID", arity = "0..*") @Nullable List<String> ids,
      @Option(names = "--all") boolean all,
      @Option(names = "--json") boolean json) {
    List<String> named = ids == null ? List.of() : ids;
    if (named.isEmpty() != all) {
      throw new CouldNotRun(
          "Say which letters to send back: either their ids or --all. Nothing was sent. See them: ./shop dead-letters list"
              + dataDirectory.suffix());
    }
    var settling = new Settling(console, dataDirectory, "sent", "Nothing was sent.");
    return settling.of(
        all ? settling.open() : settling.named(named),
        (post, letters, letter) -> post.replay(letter, letters.original(letter)),
        json);
  }

  @Command(name = "dismiss")
  int dismiss(
      @Mixin DataDirectoryOption dataDirectory,
      @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
      @Option(names = "--json") boolean json) {
    var settling = new Settling(console, dataDirectory, "noted", "Nothing was noted.");
    return settling.of(settling.named(ids), (post, letters, letter) -> post.dismiss(letter), json);
  }

  /** Asks the dead letters something, or says in a sentence why it cannot. */
  static <T> T reading(
      DataDirectoryOption dataDirectory, String unchanged, Function<DeadLetterReader, T> question) {
    String kafka = CityKafka.address(dataDirectory, unchanged);
    try (var letters = new DeadLetterReader(kafka)) {
      return question.apply(letters);
    } catch (UnreachableKafkaException e) {
      throw CityKafka.unreachable(kafka, unchanged, dataDirectory);
    } catch (ApiException e) {
      throw new CouldNotRun(
          "Kafka at %s refused: %s %s Ask its operator for the right to read the topics %s."
              .formatted(kafka, e.getMessage(), unchanged, DeadLetterReader.TOPICS),
          e);
    }
  }

  static LetterId idOf(String text, String unchanged, DataDirectoryOption dataDirectory) {
    return LetterId.of(text)
        .orElseThrow(
            () ->
                new CouldNotRun(
                    "'%s' is no id of a letter; one looks like shop.orders-dlt-0-12. %s See them: ./shop dead-letters list%s",
                    text, unchanged, dataDirectory.suffix()));
  }

  static CouldNotRun unknown(LetterId id, String unchanged, DataDirectoryOption dataDirectory) {
    return new CouldNotRun(
        "There is no dead letter %s. %s See them: ./shop dead-letters list%s",
        id, unchanged, dataDirectory.suffix());
  }
}
