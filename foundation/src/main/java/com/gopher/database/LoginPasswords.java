package com.gopher.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passwords of the logins, derived from the administrator's (HMAC-SHA256). So no second secret
 * is stored, and several instances of the application on one database agree.
 */
final class LoginPasswords {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  LoginPasswords(String seed, String administratorPassword) {
    String secret = seed + ":" + administratorPassword;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Hexadecimal digits only, so it may stand in a SQL literal. */
  String of(String login) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
