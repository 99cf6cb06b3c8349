package com.gopher.lab.compare.experiment.blockedroad;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.proxy.TcpProxy;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxiedBrokerTest {

  private static final String BROKER = "127.0.0.1:9092";

  @Test
  void whoAsksForTheRoadIsSentToTheProxyAndTheRoadSendsHimThereAgain(@TempDir Path directory)
      throws IOException {
    Path settings = directory.resolve("kafka.properties");
    Files.writeString(
        settings,
        """
        listeners=BROKER://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093
        advertised.listeners=BROKER://127.0.0.1:9092
        log.dirs=somewhere
        """);
    try (var proxy = new TcpProxy()) {
      Setup setup = new ProxiedBroker(shape("kafka"), proxy).in(Setup.plain());
      setup.change().apply(spec("kafka", List.of("java", settings.toString()), Map.of()));
      ProcessSpec shop =
          setup
              .change()
              .apply(
                  spec("shop", List.of("java"), Map.of("KAFKA", BROKER, "DATABASE", "somewhere")));
      assertThat(shop.environment())
          .containsEntry("KAFKA", "127.0.0.1:" + proxy.port())
          .containsEntry("DATABASE", "somewhere");
      assertThat(settings)
          .hasContent(
              """
              listeners=BROKER://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093
              advertised.listeners=BROKER://127.0.0.1:%d
              log.dirs=somewhere
              """
                  .formatted(proxy.port()));
    }
  }

  @Test
  void aShapeWithoutARoadIsLeftAlone() throws IOException {
    try (var proxy = new TcpProxy()) {
      ProcessSpec shop = spec("shop", List.of("java"), Map.of("KAFKA", BROKER));
      Setup setup = new ProxiedBroker(shape(""), proxy).in(Setup.plain());
      assertThat(setup.change().apply(shop)).isEqualTo(shop);
    }
  }

  private static SystemShape shape(String road) {
    return new SystemShape(
        "any",
        "",
        "shop",
        "tracker",
        road,
        Map.of(),
        List.of(),
        ShippingCode.inTheTracker(Path.of(".")),
        (data, setup) -> List.of());
  }

  private static ProcessSpec spec(
      String name, List<String> command, Map<String, String> environment) {
    return ProcessSpec.of(
        name, command, environment, URI.create("kafka://" + BROKER), null, List.of(), null);
  }
}
