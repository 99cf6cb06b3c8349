package com.gotracker.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who may enter the database. */
record Login(String name, String password) {

  private static final String ALGORITHM = "HmacSHA256";

  /** Owns the schema and migrates it, and is used for nothing else. */
  static Login owner(String administratorPassword) {
    return derived("tracker_owner", administratorPassword);
  }

  /** Reads and writes rows, and cannot drop or alter a table. */
  static Login app(String administratorPassword) {
    return derived("tracker_app", administratorPassword);
  }

  /**
   * The password is derived from the administrator's, so that there is no second secret to keep and
   * several trackers on one database agree. Hexadecimal digits only: it may stand in a SQL literal.
   */
  private static Login derived(String name, String administratorPassword) {
    // A key may not be empty; a local database without a password still gets distinct logins.
    byte[] secret = ("gotracker:" + administratorPassword).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] password = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return new Login(name, HexFormat.of().formatHex(password));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
