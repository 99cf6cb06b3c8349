package com.gotracker.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.contract.Contract;
import com.gotracker.shipping.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The reader and the schema agree on what is an order. */
class OrderReaderTest {

  private static final String ID = "019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OrderReader reader = new OrderReader();

  static List<Path> examples() {
    return Contract.examples("order-v1");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRead(Path example) throws UnreadableRecordException {
    OrderState order = read(Contract.text(example));

    assertThat(order.id()).hasToString(ID);
    assertThat(order.decidedByTracker()).isTrue();
    assertThat(order.status().name()).isEqualTo(Contract.json(example).get("status").asString());
  }

  static List<Path> examplesOfTrials() {
    return Contract.examples("order-v2");
  }

  @ParameterizedTest
  @MethodSource("examplesOfTrials")
  void anOrderOnTrialIsTheShopsAndMarked(Path example) throws UnreadableRecordException {
    OrderState order = read(Contract.text(example));

    assertThat(order.decidedByTracker()).isFalse();
    assertThat(order.onTrial()).isTrue();
    assertThat(read(example().toString()).onTrial()).as("as the first version has it").isFalse();
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws UnreadableRecordException {
    ObjectNode later = example();
    later.put("giftNote", "For Ada");
    later.putObject("campaign").put("id", 7).putArray("tags").add("spring");
    ((ObjectNode) later.get("lines").get(0)).put("isbn", "978-3-16-148410-0");

    assertThat(read(later.toString()).status()).isEqualTo(OrderStatus.PLACED);
  }

  /** A reader of the next version, which knows one optional field more. */
  record LaterOrder(String id, long sequence, String giftNote) {}

  @ParameterizedTest
  @MethodSource("examples")
  void aReaderOfALaterVersionReadsTodaysRecords(Path example) {
    LaterOrder order =
        JSON.readerFor(LaterOrder.class)
            .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(Contract.text(example));

    assertThat(order.sequence()).isPositive();
    assertThat(order.giftNote()).isNull();
  }

  /** Every value replaced by every other kind of value, and left out. */
  static List<String> spoiltOrders() {
    List<JsonNode> others =
        List.of(
            JSON.readTree("null"),
            JSON.readTree("\"\""),
            JSON.readTree("\"x\""),
            JSON.readTree("0"),
            JSON.readTree("-1"),
            JSON.readTree("1.5"),
            JSON.readTree("99999999999999999999"),
            JSON.readTree("true"),
            JSON.readTree("[]"),
            JSON.readTree("[null]"),
            JSON.readTree("{}"));
    List<String> spoilt = new ArrayList<>();
    for (String pointer : paths(example().put("trial", false), "")) {
      spoilt.add(spoil(pointer, (parent) -> parent.remove(last(pointer))));
      for (JsonNode other : others) {
        spoilt.add(spoil(pointer, parent -> parent.set(last(pointer), other)));
      }
    }
    return spoilt;
  }

  @Test
  void whatTheSchemaRefusesTheReaderRefusesAndNothingElse() {
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (String order : spoiltOrders()) {
      boolean valid = Contract.violations("order-v2", order).isEmpty();
      boolean read = isRead(order);
      if (valid != read && order.contains(ID)) {
        disagreements.add((valid ? "valid but refused: " : "invalid but read: ") + order);
      }
      refused += valid ? 0 : 1;
    }

    assertThat(disagreements).isEmpty();
    assertThat(refused).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{}",
        "{} {}",
        "{\"id\":1,\"id\":2}",
        "\u0000\u0001",
        "<order/>"
      })
  void whatIsNoOrderIsRefusedInOneSentence(String value) {
    assertThatThrownBy(() -> read(value))
        .isInstanceOf(UnreadableRecordException.class)
        .message()
        .endsWith(".")
        .doesNotContain("com.", "java.", "tools.", "\n");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] garbage = {(byte) 0xff, (byte) 0xfe, 0, '{'};

    assertThatThrownBy(() -> reader.read(utf8(ID), garbage))
        .isInstanceOf(UnreadableRecordException.class);
    assertThatThrownBy(() -> reader.read(utf8(ID), null)).hasMessage("The record has no value.");
  }

  @Test
  void jsonThatIsNestedWithoutEndIsRefused() {
    String deep = "{\"x\":" + "[".repeat(100_000);

    assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void aKeyThatIsNotTheIdIsRefused() {
    byte[] value = utf8(example().toString());

    assertThatThrownBy(() -> reader.read(utf8("another"), value)).hasMessageContaining("key");
    assertThatThrownBy(() -> reader.read(null, value)).hasMessageContaining("key");
  }

  private OrderState read(String value) throws UnreadableRecordException {
    return reader.read(utf8(ID), utf8(value));
  }

  private boolean isRead(String value) {
    try {
      read(value);
      return true;
    } catch (UnreadableRecordException e) {
      return false;
    }
  }

  private static ObjectNode example() {
    return (ObjectNode) Contract.json(Contract.DIRECTORY.resolve("examples/order-v1/placed.json"));
  }

  private static String spoil(String pointer, Consumer<ObjectNode> change) {
    ObjectNode order = example();
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    change.accept((ObjectNode) order.at(parent));
    return order.toString();
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static List<String> paths(JsonNode node, String prefix) {
    List<String> paths = new ArrayList<>();
    for (var field : node.properties()) {
      String path = prefix + "/" + field.getKey();
      paths.add(path);
      JsonNode value = field.getValue();
      paths.addAll(
          paths(value.isArray() ? value.get(0) : value, value.isArray() ? path + "/0" : path));
    }
    return paths;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
