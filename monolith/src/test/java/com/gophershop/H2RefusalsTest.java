package com.gophershop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class H2RefusalsTest extends DatabaseRefusals {

  @TempDir static Path dataDir;

  @DynamicPropertySource
  static void inAFileOfItsOwn(DynamicPropertyRegistry registry) {
    registry.add("shop.data-dir", dataDir::toString);
  }

  @Override
  String url() {
    return "jdbc:h2:file:" + dataDir.resolve("shop");
  }

  @Override
  String administratorPassword() throws IOException {
    return Files.readString(dataDir.resolve("database-password"));
  }
}
