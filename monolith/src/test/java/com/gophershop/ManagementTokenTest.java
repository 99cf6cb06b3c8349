package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Who cannot read the data directory cannot write to the management port. */
@ShopTest
class ManagementTokenTest {

  @Autowired ShopClient shop;

  @Value("${shop.data-dir}")
  Path dataDirectory;

  @Test
  void withoutTheTokenNothingIsWrittenAndTheLogSaysSo() {
    String wrong = UUID.randomUUID().toString();

    try (Logged log = Logged.by("com.gopher.http")) {
      assertThat(retry().send()).startsWith("HTTP/1.1 401").contains("WWW-Authenticate: Bearer");
      assertThat(retry().header("Authorization", "Bearer " + wrong).status()).isEqualTo(401);
      assertThat(retry().header("Authorization", "Bearer ").status()).isEqualTo(401);

      assertThat(log.messages())
          .hasSize(3)
          .allMatch(it -> it.contains("without the right token: POST /actuator/publications"))
          .noneMatch(it -> it.contains(wrong));
    }
  }

  @Test
  @DisabledIfSystemProperty(
      named = "shop.test.database",
      matches = "postgres",
      disabledReason = "with its database on a server the shop has no data directory for a token")
  void withTheTokenOfTheDataDirectoryItIs() throws IOException {
    String token = Files.readString(dataDirectory.resolve("management-token"));

    assertThat(retry().header("Authorization", "Bearer " + token).send())
        .startsWith("HTTP/1.1 200")
        .contains("retried");
  }

  @Test
  void readingNeedsNone() {
    shop.getFromManagement("/actuator/publications").is(200);
  }

  private RawHttp retry() {
    return RawHttp.to(shop.managementPort(), "POST", "/actuator/publications");
  }
}
