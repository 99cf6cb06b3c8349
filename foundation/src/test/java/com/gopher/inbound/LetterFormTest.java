package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.inbound.DeadLetters.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** What goes into a letter that Kafka would not take whole. */
class LetterFormTest {

  private static final int SMALL = 16 << 10;

  private final LetterForm form = new LetterForm(Clock.systemUTC(), "reader");

  @Test
  void aLetterWithoutItsValueIsSmallWhateverWasLarge() {
    var original = original(new byte[1 << 20], new byte[5 << 20]);
    original.headers().add("large", new byte[1 << 20]);

    var letter = form.withoutValue(new Letter(original, "no".repeat(1 << 20)));

    assertThat(sizeOf(letter)).isLessThan(SMALL);
    assertThat(headers(letter))
        .contains("dlt_reason", "dlt_topic", "dlt_offset")
        .doesNotContain("large");
    assertThat(sizeOf(form.whole(new Letter(original, "no"))))
        .as("the control")
        .isGreaterThan(SMALL);
  }

  @Test
  void whatIsSmallStaysInIt() {
    var original = original(utf8("order-7"), new byte[5 << 20]);
    original.headers().add("ce_type", utf8("shop.order.placed"));

    var letter = form.withoutValue(new Letter(original, "It is too large."));

    assertThat(letter.key()).isEqualTo(utf8("order-7"));
    assertThat(headers(letter)).contains("ce_type", "dlt_omitted_bytes", "dlt_omitted_sha256");
  }

  @Test
  void aRecordWithoutAValueHasTheDigestOfNothing() {
    var letter = form.withoutValue(new Letter(original(null, null), "It has no value."));

    assertThat(letter.headers().lastHeader("dlt_omitted_bytes").value()).isEqualTo(utf8("0"));
  }

  private static ConsumerRecord<byte[], byte[]> original(byte[] key, byte[] value) {
    return new ConsumerRecord<>("orders", 3, 7L, key, value);
  }

  private static List<String> headers(ProducerRecord<?, ?> letter) {
    return Arrays.stream(letter.headers().toArray()).map(Header::key).toList();
  }

  private static int sizeOf(ProducerRecord<byte[], byte[]> letter) {
    int size = letter.key() == null ? 0 : letter.key().length;
    size += letter.value() == null ? 0 : letter.value().length;
    for (Header header : letter.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
