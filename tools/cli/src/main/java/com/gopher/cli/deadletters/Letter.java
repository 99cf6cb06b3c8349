package com.gopher.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, without its value.
 *
 * @param setAsideAt when, in UTC; null, like all that follows, if the reader did not say
 * @param from where the record lay
 * @param reader who could not read it
 * @param cameBackFrom the letter this one already was, and was sent back as
 * @param key as text, null for none
 * @param bytes of the value
 * @param valueAt where the value lies, if the letter is without it; null if it has it
 * @param settlements what was done about it, the oldest first; empty while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letter(
    @JsonUnwrapped LetterId id,
    @Nullable String setAsideAt,
    @Nullable String from,
    @Nullable String reader,
    @Nullable String reason,
    @Nullable String cameBackFrom,
    @Nullable String key,
    int bytes,
    @Nullable String valueAt,
    List<Settlement> settlements) {

  public boolean isOpen() {
    return settlements.isEmpty();
  }

  Letter with(Settlement next) {
    var all = new ArrayList<>(settlements);
    all.add(next);
    return new Letter(
        id, setAsideAt, from, reader, reason, cameBackFrom, key, bytes, valueAt, List.copyOf(all));
  }
}
