package com.gopher.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may speak to the application besides this machine.
 *
 * @param hosts further names by which clients reach it, without port
 * @param origins further origins whose pages may write, such as {@code https://desk.example}
 * @param body how long bodies are waited for, and how many
 * @param management who may write on the management port
 */
@ConfigurationProperties("http")
record HttpProperties(
    @DefaultValue List<String> hosts,
    @DefaultValue List<String> origins,
    @DefaultValue Body body,
    @DefaultValue Management management) {

  /**
   * @param within from the headers to the last byte of the body
   * @param waiting how many requests may wait for their bodies at a time
   */
  record Body(@DefaultValue("10s") Duration within, @DefaultValue("500") int waiting) {}

  /**
   * @param token what a writing call has to bring along; made at random and kept in the directory
   *     if it is not given
   * @param directory of the application's data
   */
  record Management(@Nullable String token, @Nullable Path directory) {}
}
