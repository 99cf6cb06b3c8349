package com.gopher.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Starts a broker and a PostgreSQL server when a test first asks for them, one of each for all test
 * classes.
 */
final class Servers implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Broker.class || type == EmbeddedPostgres.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(
                parameter.getParameter().getType(), type -> new Running(type), Running.class);
    return running.server;
  }

  private static final class Running implements AutoCloseable {

    private final Path directory;
    private final AutoCloseable server;

    private Running(Class<?> type) {
      try {
        directory = Files.createTempDirectory("outbox-test");
        server = type == Broker.class ? new Broker(directory) : EmbeddedPostgres.start();
      } catch (Exception notStarted) {
        throw new IllegalStateException(notStarted);
      }
    }

    @Override
    public void close() throws Exception {
      server.close();
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
