package com.gopher.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about a letter.
 *
 * @param done {@link #REPLAYED} or {@link #DISMISSED}; whatever else a later version may write
 * @param at when, in UTC
 * @param to where the replayed record lies now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Settlement(String done, String at, @Nullable String to) {

  public static final String REPLAYED = "replayed";
  public static final String DISMISSED = "dismissed";
}
