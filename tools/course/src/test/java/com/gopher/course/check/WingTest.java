package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.state.Tree;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("minutes")
class WingTest extends CheckpointTest {

  private static final String SHOP = "monolith/src/main/java/com/gophershop/";
  private static final String DELIVERY = SHOP + "delivery/";
  private static final String MIGRATIONS = "monolith/src/main/resources/db/migration/delivery/";
  private static final String GUARD = "order/FulfillmentGuard.java";
  private static final String NO_KAFKA = "--spring.kafka.bootstrap-servers=127.0.0.1:1";

  WingTest() {
    super("wing");
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void aShopThatHasForgottenHowItOnceAskedForAShipperIsRight() throws Exception {
    assertRight(
        fromSolution()
            .remove(SHOP + "order/Fulfillment.java")
            .edit(
                GUARD,
                "OrderManagement orders, ObjectProvider<Fulfillment> here, Environment environment",
                "OrderManagement orders, Environment environment")
            .edit(GUARD, "    this.here = here;\n", "")
            .edit(GUARD, "  private final ObjectProvider<Fulfillment> here;\n", "")
            .edit(
                GUARD,
                """
                    if (here.stream().map(Fulfillment::decidesAs).noneMatch(Decider.SHOP::equals)) {
                      refuseWithoutAShipperOfItsOwn(mode);
                    }
                """,
                "    refuseWithoutAShipperOfItsOwn(mode);\n"));
  }

  @Test
  @Turn(Turn.Kind.RIGHT)
  void theMigrationsMayBeKeptWhereNobodyRunsThem() throws Exception {
    Attempt kept = fromSolution();
    for (String path : below(MIGRATIONS).paths()) {
      kept =
          kept.put(
              path.replace(MIGRATIONS, "monolith/archive/delivery/"),
              start().text(path).orElseThrow());
    }
    assertRight(kept);
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void anEmptiedModuleIsStillAModule() throws Exception {
    assertWrong(
        fromSolution().take("delivery/package-info.java", start()),
        "The classes of the module delivery are gone",
        "A file is left",
        "delivery/package-info.java");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void migrationsThatAreLeftAreFound() throws Exception {
    assertWrong(
        fromStart().remove(DELIVERY), "The migrations of the module delivery are gone", MIGRATIONS);
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void theModuleInAnotherPlaceIsTheModule() throws Exception {
    Attempt moved = fromSolution();
    for (String path : below(DELIVERY).paths()) {
      moved =
          moved.put(
              path.replace("/delivery/", "/parcels/"),
              start()
                  .text(path)
                  .orElseThrow()
                  .replace("gophershop.delivery", "gophershop.parcels"));
    }
    for (String path : below(MIGRATIONS).paths()) {
      moved = moved.put(path.replace("/delivery/", "/parcels/"), start().text(path).orElseThrow());
    }
    assertWrong(moved, "refuses to start", "in another place", "parcels/OrderEventListener.java");
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aShopThatDoesNotAskWhoShipsTakesOrdersForNobody() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                GUARD,
                "if (here.stream().map(Fulfillment::decidesAs).noneMatch(Decider.SHOP::equals)) {",
                "if (false) {"),
        "refuses to start",
        "nobody will ever ship",
        GUARD);
  }

  @Test
  @Turn(Turn.Kind.WRONG)
  void aClassThatOnlySaysThatItShipsIsFound() throws Exception {
    assertWrong(
        fromSolution()
            .add(
                "order/Reassurance.java",
                """
                package com.gophershop.order;

                import org.springframework.stereotype.Component;

                @Component
                class Reassurance implements Fulfillment {

                  @Override
                  public Decider decidesAs() {
                    return Decider.SHOP;
                  }
                }
                """),
        "refuses to start",
        "nobody will ever ship",
        "order/Reassurance.java");
  }

  @Test
  @Tag("long")
  void whatWasDeletedComesBackAndFindsItsData(@TempDir Path data) throws Exception {
    String order = delivered(data);
    assertThat(parcel(solution(), data, order, "--shop.delivery=extracted", NO_KAFKA))
        .isEqualTo("DELIVERED");

    assertThat(parcel(start(), data, order)).isEqualTo("DELIVERED");
    assertThat(parcel(start(), data, delivered(data))).isEqualTo("DELIVERED");
  }

  private Tree below(String directory) {
    return start().only(path -> path.startsWith(directory));
  }

  /** The id of an order that a shop with the module has shipped. */
  private String delivered(Path data) throws InterruptedException {
    return Look.at(
        start(),
        subject -> {
          try (RunningShop shop = RunningShop.start(subject, data)) {
            var client = new ShopClient(shop.url());
            String order = client.order(client.register("Ada Gopher"));
            Patience.await(
                () ->
                    client.statusOf(order).equals("DELIVERED")
                        ? Patience.Look.TRUE
                        : Patience.Look.NOT_YET);
            return order;
          }
        });
  }

  private String parcel(Tree files, Path data, String order, String... settings)
      throws InterruptedException {
    return Look.at(
        files,
        subject -> {
          try (RunningShop shop = RunningShop.start(subject, data, settings)) {
            return new ShopClient(shop.url()).parcelOf(order);
          }
        });
  }
}
