package com.gophershop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each shop under test a data directory of its own, below {@code target}. */
class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // The management server's context is a child of the shop's and has no data of its own.
    if (context.getParent() != null) {
      return;
    }
    try {
      Path target = Files.createDirectories(Path.of("target", "test-data"));
      TestPropertyValues.of("shop.data-dir=" + Files.createTempDirectory(target, "shop"))
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory of a test cannot be made", e);
    }
  }
}
