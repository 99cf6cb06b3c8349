package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class BodyLimitTest {
  private static final int MOST = 64 * 1024;

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void aBodyOf64KiBIsRead() {
    shop.post("/api/customers", announced(MOST)).is(201);
    shop.post("/api/customers", chunked(MOST)).is(201);
  }

  @Test
  void oneByteMoreIsRefusedAndNothingIsStored() {
    database.awaitQuiet();
    List<Long> before = database.everythingStored();

    shop.post("/api/customers", announced(MOST + 1)).isProblem(413);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  @Test
  void oneByteMoreIsRefusedAlsoIfTheLengthIsNotAnnounced() {
    database.awaitQuiet();
    List<Long> before = database.everythingStored();

    shop.post("/api/customers", chunked(MOST + 1)).isProblem(413);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  /**
   * Announced and not sent: a client that is still writing when the server closes may lose the
   * answer.
   */
  @Test
  void theRefusalSaysWhatTheLimitIsAndWhatWasLeftUnchanged() {
    assertThat(
            RawHttp.to(shop.port(), "POST", "/api/orders")
                .header("Content-Type", "application/json")
                .header("Content-Length", String.valueOf(1 << 20))
                .send())
        .startsWith("HTTP/1.1 413")
        .contains("65536", "nothing was stored");
  }

  private static BodyPublisher announced(int bytes) {
    return BodyPublishers.ofByteArray(customer(bytes));
  }

  private static BodyPublisher chunked(int bytes) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(customer(bytes)));
  }

  /** A valid registration, padded with blanks. */
  private static byte[] customer(int bytes) {
    String json = ShopClient.customerNamed("Ada");
    return (json + " ".repeat(bytes - json.length())).getBytes(StandardCharsets.UTF_8);
  }
}
