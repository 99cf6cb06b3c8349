package com.gophershop.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.inbound.UnreadableRecordException;
import com.gophershop.Contract;
import java.nio.charset.StandardCharsets;
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

/** The reader and the schema agree on what is a shipment. */
class ShipmentReaderTest {
  private static final String ID = "019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ShipmentReader reader = new ShipmentReader();

  static List<String> examples() {
    return Contract.examples("shipment-v1");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRead(String example) throws UnreadableRecordException {
    ShipmentState shipment = read(example);

    assertThat(shipment.orderId()).hasToString(ID);
    assertThat(shipment.decidedByTracker()).isTrue();
    assertThat(shipment.eventsSince(0)).hasSameSizeAs(shipment.history());
    assertThat(shipment.eventsSince(shipment.sequence())).isEmpty();
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws UnreadableRecordException {
    ObjectNode later = example();
    later.put("carrier", "Mole Mail");
    ((ObjectNode) later.get("history").get(0)).put("place", "Burrow 7");

    assertThat(read(later.toString()).history()).hasSize(example().get("history").size());
  }

  @Test
  void whatTheSchemaRefusesTheReaderRefusesAndNothingElse() {
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (String shipment : spoiltShipments()) {
      boolean valid = Contract.violations("shipment-v1", shipment).isEmpty();
      if (valid != isRead(shipment)) {
        disagreements.add((valid ? "valid but refused: " : "invalid but read: ") + shipment);
      }
      refused += valid ? 0 : 1;
    }

    assertThat(disagreements).isEmpty();
    assertThat(refused).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}", "{} {}", "<shipment/>"})
  void whatIsNoShipmentIsRefusedInOneSentence(String value) {
    assertThatThrownBy(() -> read(value))
        .isInstanceOf(UnreadableRecordException.class)
        .message()
        .endsWith(".")
        .doesNotContain("com.", "java.", "tools.");
  }

  @Test
  void aKeyThatIsNotTheOrdersIdIsRefused() {
    byte[] value = utf8(example().toString());

    assertThatThrownBy(() -> reader.read(utf8("another"), value)).hasMessageContaining("key");
    assertThatThrownBy(() -> reader.read(null, value)).hasMessageContaining("key");
  }

  /** Every value replaced by every other kind of value, and left out. */
  private static List<String> spoiltShipments() {
    List<String> spoilt = new ArrayList<>();
    for (String pointer : paths(example(), "")) {
      spoilt.add(spoil(pointer, parent -> parent.remove(last(pointer))));
      for (String other :
          List.of("null", "\"\"", "\"x\"", "0", "-1", "1.5", "true", "[]", "[null]", "{}")) {
        spoilt.add(spoil(pointer, parent -> parent.set(last(pointer), JSON.readTree(other))));
      }
    }
    return spoilt;
  }

  private ShipmentState read(String value) throws UnreadableRecordException {
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
    return (ObjectNode) JSON.readTree(examples().get(0));
  }

  private static String spoil(String pointer, Consumer<ObjectNode> change) {
    ObjectNode shipment = example();
    change.accept((ObjectNode) shipment.at(pointer.substring(0, pointer.lastIndexOf('/'))));
    return shipment.toString();
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static List<String> paths(JsonNode node, String prefix) {
    List<String> paths = new ArrayList<>();
    for (var field : node.properties()) {
      String path = prefix + "/" + field.getKey();
      JsonNode value = field.getValue();
      paths.add(path);
      paths.addAll(
          paths(value.isArray() ? value.get(0) : value, value.isArray() ? path + "/0" : path));
    }
    return paths;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
