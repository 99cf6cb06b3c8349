package com.gophershop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The shop's way from its administrator's password to those of its logins, written down a second
 * time.
 */
final class DerivedPasswords {

  private DerivedPasswords() {}

  static String of(String login, String administratorPassword) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = ("gopher-shop:" + administratorPassword).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
