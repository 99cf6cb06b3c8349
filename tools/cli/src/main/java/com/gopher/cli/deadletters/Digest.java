package com.gopher.cli.deadletters;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** By what a letter without a value recognises it. */
final class Digest {

  private Digest() {}

  /** SHA-256 in lower-case hexadecimal digits; of nothing if there is no value. */
  static String of(byte @Nullable [] value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value == null ? new byte[0] : value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
