package com.gopher.cli.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the page about moving are typed as they stand there, one after the other, on a
 * castle with orders; after each, the page shows what it says.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class RunbookTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "moving.md");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * What this castle says instead of what the page shows: it still has the module (the build
   * without it is made by {@code .ci/without-delivery}), and few orders.
   */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "retire delivery",
          "This build of the shop has the module delivery: remove it first.",
          "backfill --status",
          "The backfill is ");

  /** What a test adds: ports that nobody else has, patience on a busy machine, few orders. */
  private static final Map<String, List<String>> ADDED =
      Map.of(
          "up city --detach", List.of("--tracker-port", "0", "--kafka-port", "0"),
          "cutover", List.of("--longest-wait", "60", "--tried", "1"));

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  @TempDir private Path temporary;

  private Launcher launcher;

  /**
   * @param command what is typed behind {@code ./shop}
   * @param shown lines that the page shows of what it prints
   */
  private record Step(String command, List<String> shown) {}

  @BeforeEach
  void aCastleWithOrders() throws Exception {
    launcher = new Launcher(temporary.resolve("data"));
    assertThat(launcher.run("up", "castle", "--detach", "--shop-port", "0").exit()).isZero();
    placeAnOrder();
  }

  @AfterEach
  void endWhatIsLeft() throws Exception {
    launcher.run("down");
  }

  @Test
  void eachCommandDoesWhatThePageSays() throws Exception {
    List<Step> steps = steps();
    assertThat(steps)
        .extracting(Step::command)
        .containsSubsequence(
            "up city --detach", "cutover", "rollback", "rollback --for-good", "up castle --detach");

    for (Step step : steps) {
      Outcome outcome = type(step.command());

      String said = outcome.out() + outcome.err();
      if (INSTEAD.containsKey(step.command())) {
        assertThat(said).contains(INSTEAD.get(step.command()));
      } else {
        assertThat(outcome.exit()).as(step.command() + ": " + said).isZero();
        String here = said.replace(" --data-dir " + launcher.data().root(), "");
        for (String line : step.shown()) {
          assertThat(here.lines()).as("%s: %s", step.command(), here).anyMatch(matching(line));
        }
      }
      if (launcher.data().running("shop").isPresent()) {
        placeAnOrder();
      }
    }
  }

  @Test
  void aLineThatIsNotPrintedIsFoundOut() {
    assertThat(matching("Open: 3 of the shop")).accepts("Open: 12 of the shop");
    assertThat(matching("Open: 3 of us")).rejects("Open: 12 of the shop");
    assertThat(matching("since 2025-01-01T00:00:00.123Z"))
        .accepts("since 2026-11-29T22:31:07Z")
        .rejects("since yesterday");
  }

  private Outcome type(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(ADDED.getOrDefault(command, List.of()));
    return launcher.run(words.toArray(String[]::new));
  }

  /** Whatever times and counts it has. */
  private static Predicate<String> matching(String shown) {
    String quoted =
        Stream.of(TIME.split(shown, -1))
            .map(
                between ->
                    Stream.of(NUMBER.split(between, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(NUMBER.pattern())))
            .collect(Collectors.joining(TIME.pattern()));
    return Pattern.compile(quoted).asMatchPredicate();
  }

  private static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    String block = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        block = block.isEmpty() ? line : "";
      } else if (block.equals("```sh")) {
        steps.add(new Step(line.replaceFirst("^\\./shop ", ""), new ArrayList<>()));
      } else if (block.equals("```") && !line.isBlank()) {
        steps.get(steps.size() - 1).shown().add(line);
      }
    }
    return steps;
  }

  /** And waits for it, whoever delivers. */
  private void placeAnOrder() {
    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    var customer =
        shop.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    Order order = shop.place(customer, List.of(new Line(shop.products().get(0).sku(), 1)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shop.order(order.id()).status()).isEqualTo("DELIVERED"));
  }
}
