package com.gophershop.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The orders of a range of ids.
 *
 * @param end the last id of the range, whether or not there is an order with it
 * @param items in the order of their ids
 */
record OrderRange(UUID end, List<KnownOrder> items) {

  /** How many of them this decider ships. */
  long count(Decider decider) {
    return items.stream().filter(it -> it.decider() == decider).count();
  }

  /** Equal for two who know the same of the same orders. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      items.forEach(it -> digest.update((it.line() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
