package com.gopher.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record lies in Kafka, written {@code shop.orders-dlt-0-12}. */
public record LetterId(String topic, int partition, long offset) {

  /** With slashes as well, as other tools write it. */
  private static final Pattern WRITTEN = Pattern.compile("(.+)([-/])(\\d{1,9})\\2(\\d{1,18})");

  public static Optional<LetterId> of(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(
            new LetterId(
                parts.group(1), Integer.parseInt(parts.group(3)), Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  /** The same in JSON, where it shall not have to be put together again. */
  @JsonProperty("id")
  String written() {
    return toString();
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
