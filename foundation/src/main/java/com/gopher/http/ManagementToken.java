package com.gopher.http;

import com.gopher.secret.SecretFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Lets only those write to management endpoints who can read a file of the owner, or were given the
 * token as a setting. Any user and any program of the machine can reach the port; reading stays
 * open to them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer Token Usage</a>
 */
final class ManagementToken implements RequestRule, SmartInitializingSingleton {

  /** In the data directory of the application. */
  static final String FILE = "management-token";

  private static final Logger LOG = LoggerFactory.getLogger(ManagementToken.class);
  private static final String SCHEME = "Bearer ";

  private final @Nullable Path directory;
  private volatile @Nullable String token;

  /**
   * @param given the token, if it is a setting
   * @param directory of the application's data, where the token is kept otherwise; without one, or
   *     if it does not exist, nobody may write
   */
  ManagementToken(@Nullable String given, @Nullable Path directory) {
    this.token = given == null || given.isBlank() ? null : given.strip();
    this.directory = directory;
  }

  /** The data directory is there when the rest of the application is. */
  @Override
  public void afterSingletonsInstantiated() {
    if (token != null || directory == null || !Files.isDirectory(directory)) {
      return;
    }
    try {
      token = new SecretFile(directory.resolve(FILE)).readOrMake();
    } catch (IOException e) {
      throw new UncheckedIOException("The token for management calls cannot be kept", e);
    }
  }

  @Override
  public @Nullable Refusal check(HttpServletRequest request) {
    String expected = token;
    if (!RequestRule.isWrite(request)
        || (expected != null && isRight(request.getHeader(HttpHeaders.AUTHORIZATION), expected))) {
      return null;
    }
    LOG.warn(
        "Refused a management call without the right token: {} {} from {}",
        request.getMethod(),
        request.getRequestURI(),
        request.getRemoteAddr());
    return new Refusal(
        HttpStatus.UNAUTHORIZED,
        expected == null
            ? "Writing management calls are off: set http.management.token. Nothing was changed."
            : "A writing management call needs the token from the file %s. Nothing was changed."
                .formatted(FILE));
  }

  private static boolean isRight(@Nullable String header, String expected) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
            expected.getBytes(StandardCharsets.UTF_8));
  }
}
