package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop as it is when the package {@code delivery} is gone. */
@Tag("seconds")
class WithoutDeliveryTest {

  private static final boolean COMPLETE = false;
  private static final boolean WITHOUT_DELIVERY = true;
  private static final String EXTRACTED = "--shop.delivery=extracted";
  private static final String NO_KAFKA = "--spring.kafka.bootstrap-servers=127.0.0.1:1";

  @TempDir private Path directory;

  @Test
  void nobodyIsLeftToShipInProcess() {
    assertThatThrownBy(() -> shop(WITHOUT_DELIVERY))
        .hasStackTraceContaining("this build of the shop has no module that ships");
  }

  @Test
  void itStartsIfTheTrackerShips() {
    try (var shop = shop(WITHOUT_DELIVERY, EXTRACTED, NO_KAFKA)) {
      assertThat(namesOfDelivery(shop.getBeanFactory())).isEmpty();
      assertThat(client(shop).newOrder()).isNotEmpty();
    }
  }

  @Test
  void itDoesNotStartWhileOrdersAreOpenThatTheModuleWouldHaveShipped() {
    try (var shop = shop(COMPLETE)) {
      assertThat(namesOfDelivery(shop.getBeanFactory())).isNotEmpty();
      client(shop).newOrder();
    }

    assertThatThrownBy(() -> shop(WITHOUT_DELIVERY, EXTRACTED, NO_KAFKA))
        .hasStackTraceContaining("The shop itself still has to ship 1 open order,");
  }

  private ConfigurableApplicationContext shop(boolean withoutDelivery, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--shop.data-dir=" + directory);
    arguments.add("--server.port=0");
    arguments.add("--management.server.port=0");
    arguments.add("--spring.main.log-startup-info=false");
    var application = new SpringApplicationBuilder(GopherShop.class);
    if (withoutDelivery) {
      application.initializers(
          context -> context.addBeanFactoryPostProcessor(WithoutDeliveryTest::remove));
    }
    return application.run(arguments.toArray(String[]::new));
  }

  private static void remove(ConfigurableListableBeanFactory beans) {
    namesOfDelivery(beans).forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition);
  }

  private static List<String> namesOfDelivery(ConfigurableListableBeanFactory beans) {
    return Stream.of(beans.getBeanDefinitionNames())
        .filter(
            name ->
                String.valueOf(beans.getBeanDefinition(name).getBeanClassName())
                    .startsWith("com.gophershop.delivery."))
        .toList();
  }

  private static ShopClient client(ConfigurableApplicationContext shop) {
    var environment = shop.getEnvironment();
    return new ShopClient(
        environment.getRequiredProperty("local.server.port", Integer.class),
        environment.getRequiredProperty("local.management.port", Integer.class),
        new MovableClock());
  }
}
