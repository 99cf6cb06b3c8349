package com.gopher.cli.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.cli.deadletters.LetterId;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong between shop and tracker of a real city, and what a user does about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class MishapsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] CUT_OFF = "{\"id\": \"0198\", ".getBytes(UTF_8);
  private static final byte[] NO_TEXT = {(byte) 0xca, (byte) 0xfe, 0, 1, 2, 'G', 'o'};

  /** "An internal software error has been detected", BSD's sysexits.h. */
  private static final int EXIT_STATUS_OF_A_DEAF_PROCESS = 70;

  private static final Path BROKER =
      Path.of("..", "broker", "target", "lib").toAbsolutePath().normalize();

  private Path temporary;
  private Launcher launcher;
  private ShopCommand command;
  private CityTopics topics;

  @BeforeAll
  void startACity(@TempDir Path directory) throws Exception {
    temporary = directory;
    launcher = new Launcher(directory.resolve("data"));
    command = new ShopCommand(directory.resolve("data"));
    Outcome up = launcher.upCity();
    assertThat(up.exit()).as(up.err()).isZero();
    topics = new CityTopics(url("kafka").getAuthority());
  }

  @AfterAll
  void endIt() throws Exception {
    if (topics != null) {
      topics.close();
    }
    launcher.run("down");
  }

  @Test
  void poisonOfBothDirectionsIsListedWithItsReasonAndShownByteForByte() throws Exception {
    LetterId inOrders = topics.put("shop.orders", "cut-off", CUT_OFF, Map.of("ce_type", "test"));
    LetterId inShipments = topics.put("tracker.shipments", "no-text", NO_TEXT, Map.of());

    String orderLetter = letterFrom(inOrders).path("id").asString();
    JsonNode shipmentLetter = letterFrom(inShipments);
    Outcome list = command.run("dead-letters", "list");
    assertThat(list.exit()).isZero();
    assertThat(list.out())
        .contains(orderLetter, inOrders.toString(), "gotracker", "cut-off", "not valid JSON")
        .contains(inShipments.toString(), "gopher-shop", "no-text");
    assertThat(orderLetter).startsWith("shop.orders-dlt-");
    assertThat(shipmentLetter.path("topic").asString()).isEqualTo("tracker.shipments-dlt");

    Outcome text = command.run("dead-letters", "show", orderLetter);
    assertThat(text.exit()).isZero();
    assertThat(text.out())
        .contains(new String(CUT_OFF, UTF_8), "ce_type = test", "dlt_reader = gotracker");
    Path raw = temporary.resolve("raw");
    Outcome bytes =
        command.run(
            "dead-letters", "show", shipmentLetter.path("id").asString(), "--raw", raw.toString());
    assertThat(bytes.out()).contains("ca fe 00 01 02 47 6f", "|.....Go|");
    assertThat(Files.readAllBytes(raw)).isEqualTo(NO_TEXT);
    Outcome again = command.run("dead-letters", "show", orderLetter, "--raw", raw.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("exists and was left as it is");
    assertThat(Files.readAllBytes(raw)).isEqualTo(NO_TEXT);
  }

  @Test
  void whatIsStillBadComesBackAsAnotherLetterAndItsNeighboursGoOn() throws Exception {
    LetterId place = topics.put("shop.orders", "still-bad", CUT_OFF, Map.of("ce_type", "test"));
    String letter = letterFrom(place).path("id").asString();

    Outcome replay = command.run("dead-letters", "replay", letter);
    assertThat(replay.exit()).as(replay.err()).isZero();

    LetterId second = LetterId.of(now(replay)).orElseThrow();
    ConsumerRecord<byte[], byte[]> sentBack = topics.at(second);
    assertThat(second.topic()).isEqualTo("shop.orders");
    assertThat(sentBack.value()).isEqualTo(CUT_OFF);
    assertThat(sentBack.key()).isEqualTo("still-bad".getBytes(UTF_8));
    assertThat(CityTopics.headers(sentBack))
        .containsExactlyInAnyOrderEntriesOf(Map.of("ce_type", "test", "dlt_replayed_from", letter));

    assertThat(letterFrom(second).path("cameBackFrom").asString()).isEqualTo(letter);
    Outcome list = command.run("dead-letters", "list");
    assertThat(list.out()).contains("open again").doesNotContainPattern("\\b" + letter + " ");
    assertThat(command.run("dead-letters", "list", "--all").out())
        .containsPattern("\\b" + letter + " .* replayed ");
    assertThat(command.run("dead-letters", "show", letter).out())
        .containsPattern("state +replayed at .*, to " + second);

    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    Order order = placeAnOrder(shop);
    await().atMost(PATIENCE).until(() -> shop.order(order.id()).status().equals("DELIVERED"));
  }

  @Test
  void aRecordThatCanBeReadByNowTakesEffectWhenItIsSentBack() throws Exception {
    String id = UUID.randomUUID().toString();
    String order =
        Files.readString(
            Path.of("..", "..", "docs", "contract", "examples", "order-v1", "placed.json"));
    byte[] value =
        order.replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + id + "\"").getBytes(UTF_8);
    LetterId letter =
        topics.put(
            "shop.orders-dlt",
            id,
            value,
            Map.of(
                "dlt_reason", "An older tracker could not read it.", "dlt_topic", "shop.orders"));
    var tracker = new CustomerClient(new BaseUrls(launcher.shop().url(), url("tracker")));
    var asked = new Order(id, "", "", null);
    assertThat(tracker.parcelOf(asked)).isEmpty();

    Outcome replay = command.run("dead-letters", "replay", "--all", "--json");

    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(replay.out()).contains(letter.toString());
    await().atMost(PATIENCE).until(() -> tracker.parcelOf(asked).isPresent());
  }

  @Test
  void aDismissedLetterIsOutOfTheListAndStaysInKafka() throws Exception {
    LetterId place = topics.put("tracker.shipments", "hopeless", NO_TEXT, Map.of());
    String letter = letterFrom(place).path("id").asString();

    Outcome dismissed = command.run("dead-letters", "dismiss", letter);

    assertThat(dismissed.exit()).as(dismissed.err()).isZero();
    assertThat(command.run("dead-letters", "list").out()).doesNotContain(letter + " ");
    assertThat(command.run("dead-letters", "show", letter).out()).contains("dismissed at");
    assertThat(topics.at(LetterId.of(letter).orElseThrow()).value()).isEqualTo(NO_TEXT);
  }

  @Test
  void aCutoverWaitsForOpenLettersUnlessItIsForcedWhichIsRecorded() throws Exception {
    LetterId place = topics.put("shop.orders", "before-a-cutover", CUT_OFF, Map.of());
    String letter = letterFrom(place).path("id").asString();
    assertThat(command.run("rollback").exit()).isZero();

    Outcome refused = command.run("cutover", "--longest-wait", "60");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out())
        .containsPattern("Missing: Dead letters are open: \\d+; ./shop dead-letters list")
        .contains("New orders are the shop's (in-process)");

    Outcome forced = command.run("cutover", "--longest-wait", "60", "--why", "a test", "--force");
    assertThat(forced.exit()).as(forced.err()).isZero();
    assertThat(forced.out()).contains("New orders are the tracker's (extracted)");
    assertThat(forced.err()).contains("Forced: new orders stay PLACED", "That was recorded.");
    assertThat(command.run("status", "--json").out())
        .contains("a test; forced: Dead letters are open");
    assertThat(command.run("dead-letters", "dismiss", letter).exit()).isZero();
  }

  @Test
  void whatKafkaWillNotTakeBackStaysOpenAndTheOthersGo() throws Exception {
    byte[] incompressible = new byte[2 << 20];
    new Random(7).nextBytes(incompressible);
    LetterId large = topics.put("shop.orders-dlt", "large", incompressible, Map.of());
    LetterId small = topics.put("shop.orders-dlt", "small", CUT_OFF, Map.of());

    Outcome replay = command.run("dead-letters", "replay", large.toString(), small.toString());

    assertThat(replay.exit()).isEqualTo(1);
    assertThat(replay.out())
        .containsPattern(large + ": refused: .*larger")
        .containsPattern(small + ": replayed, now shop.orders-");
    assertThat(replay.err()).contains("open as before");
    assertThat(command.run("dead-letters", "list").out())
        .containsPattern("\\b" + large + " .* open ")
        .doesNotContainPattern("\\b" + small + " ");
    assertThat(command.run("dead-letters", "dismiss", large.toString()).exit()).isZero();
  }

  @Test
  void aValueTooLargeForALetterIsShownAndSentBackFromItsTopicWhileItIsThere() throws Exception {
    byte[] value = new byte[5 << 20];
    Arrays.fill(value, (byte) 'x');
    LetterId place = topics.put("shop.orders", "too-large", value, Map.of("ce_type", "test"));
    JsonNode letter = letterFrom(place);
    String id = letter.path("id").asString();
    assertThat(letter.path("bytes").asInt()).isEqualTo(value.length);
    assertThat(topics.at(LetterId.of(id).orElseThrow()).value()).isNull();

    Path raw = temporary.resolve("too-large");
    Outcome show = command.run("dead-letters", "show", id, "--raw", raw.toString());
    assertThat(show.out()).contains("value at   " + place, value.length + " bytes, text", "xxxx");
    assertThat(Files.readAllBytes(raw)).isEqualTo(value);

    Outcome replay = command.run("dead-letters", "replay", id);
    assertThat(replay.exit()).as(replay.out() + replay.err()).isZero();
    LetterId second = LetterId.of(now(replay)).orElseThrow();
    assertThat(topics.at(second).value()).isEqualTo(value);
    assertThat(CityTopics.headers(topics.at(second)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("ce_type", "test", "dlt_replayed_from", id));
    assertThat(letterFrom(second).path("cameBackFrom").asString()).isEqualTo(id);
  }

  @Test
  void aValueThatIsGoneFromItsTopicIsSaidToBe() throws Exception {
    LetterId letter =
        topics.put(
            "shop.orders-dlt",
            "gone",
            null,
            Map.of(
                "dlt_reason", "It was too large.",
                "dlt_topic", "shop.orders",
                "dlt_partition", "0",
                "dlt_offset", "999999",
                "dlt_omitted_bytes", "5000000",
                "dlt_omitted_sha256", "0".repeat(64)));

    assertThat(command.run("dead-letters", "show", letter.toString()).out())
        .contains("gone: 5000000 bytes", "shop.orders-0-999999");
    Path raw = temporary.resolve("gone");
    Outcome show = command.run("dead-letters", "show", letter.toString(), "--raw", raw.toString());
    assertThat(show.exit()).isEqualTo(2);
    assertThat(show.err()).contains("Nothing was written");
    assertThat(raw).doesNotExist();
    Outcome replay = command.run("dead-letters", "replay", letter.toString());
    assertThat(replay.exit()).isEqualTo(1);
    assertThat(replay.out()).contains("refused", "does not lie in shop.orders-0-999999 any more");
    assertThat(command.run("dead-letters", "dismiss", letter.toString()).exit()).isZero();
  }

  @Test
  void whatIsAskedForWronglyIsRefusedWithTheNextThingToType() {
    for (String id :
        List.of("shop.orders-dlt-0-999999", "shop.orders-0-0", "shop.orders-dlt-77-0")) {
      Outcome unknown = command.run("dead-letters", "replay", id);
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.err())
          .contains("no dead letter " + id, "Nothing was sent.", "./shop dead-letters list");
    }
    Outcome nonsense = command.run("dead-letters", "show", "yesterday's");
    assertThat(nonsense.exit()).isEqualTo(2);
    assertThat(nonsense.err()).contains("no id of a letter", "shop.orders-dlt-0-12");
    assertThat(command.run("dead-letters", "replay").err()).contains("--all", "Nothing was sent.");
  }

  @Test
  void anErrorInAListenerEndsTheTrackerAndUpBringsItBack() throws Exception {
    RunningProcess tracker = launcher.data().running("tracker").orElseThrow();
    ProcessSpec sameAgain = specOfTheTracker();
    launcher.signal("KILL", tracker.pid());
    await().atMost(PATIENCE).until(() -> !tracker.isAlive());
    Process sabotaged = start(sameAgain, "error-in-listener");
    LetterId place = topics.put("shop.orders", "planted-error", CUT_OFF, Map.of());
    try {
      assertThat(sabotaged.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(sabotaged.exitValue()).isEqualTo(EXIT_STATUS_OF_A_DEAF_PROCESS);
    } finally {
      sabotaged.destroyForcibly();
    }

    Outcome status = launcher.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).containsPattern("tracker .* dead");
    assertThat(launcher.run("up", "city", "--detach").exit()).isZero();
    assertThat(letterFrom(place).path("reason").asString()).contains("not valid JSON");
  }

  /** As {@code ./shop} would start it, but as a child of this test, which learns how it ends. */
  private Process start(ProcessSpec tracker, String sabotage) throws IOException {
    Path jar = Path.of("..", "sabotage", "target", "sabotage.jar").toAbsolutePath().normalize();
    var builder =
        new ProcessBuilder(new Sabotaged(jar).command(tracker.command()))
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("sabotaged.log").toFile());
    builder.environment().putAll(tracker.environment());
    builder.environment().putAll(Sabotaged.environment(sabotage));
    return builder.start();
  }

  private ProcessSpec specOfTheTracker() {
    Path jar = Path.of("..", "..", "extracted-tracker", "target", "gotracker.jar").toAbsolutePath();
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    List<String> command =
        new FastStart(Jdk.current(), new Console(silent, silent, false)).command(jar.normalize());
    var programs =
        new BuiltPrograms(Jdk.current().java(), List.of(), command, jar, BROKER, List::of);
    return new City(launcher.data(), programs, Map.of(), CityWishes.none())
        .processes().stream()
            .filter(process -> process.name().equals(City.TRACKER))
            .findFirst()
            .orElseThrow();
  }

  /** Waits until somebody has set aside the record that lies there. */
  private JsonNode letterFrom(LetterId place) {
    return await()
        .atMost(PATIENCE)
        .until(() -> lettersFrom(place), letters -> !letters.isEmpty())
        .get(0);
  }

  private List<JsonNode> lettersFrom(LetterId place) {
    JsonNode all =
        JsonMapper.shared().readTree(command.run("dead-letters", "list", "--all", "--json").out());
    return StreamSupport.stream(all.path("letters").spliterator(), false)
        .filter(letter -> letter.path("from").asString("").equals(place.toString()))
        .toList();
  }

  private static String now(Outcome replay) {
    return replay.out().replaceFirst("(?s).*, now ", "").strip();
  }

  private URI url(String process) {
    return launcher.data().running(process).orElseThrow().url();
  }

  private static Order placeAnOrder(CustomerClient shop) {
    var customer =
        shop.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    return shop.place(customer, List.of(new Line(shop.products().get(0).sku(), 1)));
  }
}
