package com.gopher.cli.deadletters;

import com.gopher.launcher.console.ForeignText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** All that there is to know about one dead letter. */
public final class LetterPage {

  private static final int LONGEST_LINE = 2_000;
  private static final int TEXT_LIMIT = 64 * 1024;
  private static final int BYTE_LIMIT = 4 * 1024;

  private final ConsumerRecord<byte[], byte[]> record;
  private final Letter letter;
  private final byte @Nullable [] value;
  private final boolean isGone;

  private LetterPage(
      ConsumerRecord<byte[], byte[]> record,
      Letter letter,
      Optional<ConsumerRecord<byte[], byte[]>> original) {
    this.record = record;
    this.letter = letter;
    this.value = original.map(ConsumerRecord::value).orElse(null);
    this.isGone = original.isEmpty();
  }

  /**
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public static Optional<LetterPage> of(DeadLetterReader letters, LetterId id) {
    return letters
        .record(id)
        .flatMap(
            record ->
                letters
                    .letter(id)
                    .map(letter -> new LetterPage(record, letter, letters.original(record))));
  }

  /** Returns the value; empty if the record has none. */
  public byte[] value() {
    return value == null ? new byte[0] : value;
  }

  /** True if the value was too large for a letter and the original is not there any more. */
  public boolean isGone() {
    return isGone;
  }

  /** Returns where the value lies, if not in the letter. */
  public Optional<String> valueAt() {
    return Optional.ofNullable(letter.valueAt()).map(LetterPage::orDash);
  }

  /** Returns the page for a person, of bounded length. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("letter     " + letter.id());
    lines.add("set aside  " + orDash(letter.setAsideAt()) + " by " + orDash(letter.reader()));
    lines.add("from       " + orDash(letter.from()));
    lines.add("reason     " + orDash(letter.reason()));
    if (letter.cameBackFrom() != null) {
      lines.add("came back  sent back before, as " + orDash(letter.cameBackFrom()));
    }
    if (letter.isOpen()) {
      lines.add("state      open");
    }
    for (Settlement settlement : letter.settlements()) {
      lines.add(
          "state      %s at %s%s"
              .formatted(
                  orDash(settlement.done()),
                  orDash(settlement.at()),
                  settlement.to() == null ? "" : ", to " + orDash(settlement.to())));
    }
    lines.add("key        " + inOneLine(record.key()));
    for (Header header : record.headers()) {
      lines.add("header     " + orDash(header.key()) + " = " + inOneLine(header.value()));
    }
    addValue(lines);
    return lines;
  }

  private void addValue(List<String> lines) {
    if (isGone) {
      lines.add(
          "value      gone: %s bytes were too large for a letter, and they do not lie in %s any more"
              .formatted(letter.bytes(), orDash(letter.valueAt())));
      return;
    }
    if (value == null) {
      lines.add("value      none");
      return;
    }
    if (letter.valueAt() != null) {
      lines.add("value at   " + orDash(letter.valueAt()) + ", too large for a letter");
    }
    Optional<String> text = Readable.text(value);
    lines.add("value      " + value.length + " bytes, " + (text.isPresent() ? "text" : "no text"));
    lines.add("");
    int shown = text.map(String::length).orElse(value.length);
    int limit = text.isPresent() ? TEXT_LIMIT : BYTE_LIMIT;
    lines.add(
        text.map(it -> it.substring(0, Math.min(it.length(), limit)))
            .orElseGet(() -> Readable.hexDump(value, limit)));
    if (shown > limit) {
      lines.add("");
      lines.add(
          "... and %s%s more; --raw FILE writes all of it."
              .formatted(shown - limit, text.isPresent() ? " characters" : " bytes"));
    }
  }

  /** Returns the page for a machine, with all of the value. */
  public Map<String, Object> asJson() {
    var headers = new ArrayList<Map<String, Object>>();
    for (Header header : record.headers()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("name", header.key());
      put(one, "value", header.value());
      headers.add(one);
    }
    var page = new LinkedHashMap<String, Object>();
    page.put("letter", letter);
    put(page, "key", record.key());
    page.put("headers", headers);
    put(page, "value", value);
    return page;
  }

  /** As text if it is text; otherwise the name says that it is Base64. */
  private static void put(Map<String, Object> json, String name, byte @Nullable [] bytes) {
    if (bytes == null) {
      return;
    }
    Optional<String> text = Readable.text(bytes);
    json.put(
        text.isPresent() ? name : name + "Base64",
        text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
  }

  private static String inOneLine(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "none";
    }
    return Readable.text(bytes)
        .map(text -> ForeignText.line(text, LONGEST_LINE))
        .orElseGet(() -> bytes.length + " bytes, no text: " + hex(bytes));
  }

  private static String hex(byte[] bytes) {
    var hex = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, BYTE_LIMIT / Long.BYTES); i++) {
      hex.append(String.format("%02x", bytes[i]));
    }
    return hex.toString();
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : ForeignText.line(text, LONGEST_LINE);
  }
}
