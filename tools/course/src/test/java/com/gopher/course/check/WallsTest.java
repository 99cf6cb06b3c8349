package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class WallsTest extends CheckpointTest {

  private static final String BOOKKEEPER = "billing/Bookkeeper.java";
  private static final String ORDERS = "order/package-info.java";

  WallsTest() {
    super("walls");
  }

  @Test
  void aListenerInAnotherClassIsRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(
                BOOKKEEPER,
                """
                  @EventListener
                  void on(OrderPlaced event) {
                    invoices.write(event.orderId(), clock.instant());
                  }
                """,
                "")
            .edit(BOOKKEEPER, "import com.gophershop.order.OrderPlaced;\n", "")
            .add(
                "billing/Biller.java",
                """
                package com.gophershop.billing;

                import com.gophershop.order.OrderPlaced;
                import java.time.Clock;
                import org.springframework.context.event.EventListener;
                import org.springframework.stereotype.Service;

                @Service
                class Biller {

                  private final Invoices invoices;

                  Biller(Invoices invoices) {
                    this.invoices = invoices;
                  }

                  @EventListener
                  void whenPlaced(OrderPlaced order) {
                    invoices.write(order.orderId(), Clock.systemUTC().instant());
                  }
                }
                """));
  }

  @Test
  void aListenerJustBeforeTheCommitIsRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(
                BOOKKEEPER,
                "  @EventListener\n  void on(OrderPlaced",
                "  @org.springframework.transaction.event.TransactionalEventListener(\n"
                    + "      phase = org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT)\n"
                    + "  void on(OrderPlaced"));
  }

  @Test
  void aModuleWithoutAListMayUseAll() throws Exception {
    assertWrong(
        fromSolution().take("delivery/package-info.java", start()),
        "delivery says nothing",
        "delivery/package-info.java");
  }

  @Test
  void anEmptyListForOneThatNeedsOthersIsBroken() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                ORDERS,
                "allowedDependencies = {\"catalog\", \"customer\", \"tracking\"}",
                "allowedDependencies = {}"),
        "uses only those on its list",
        "order");
  }

  @Test
  void anOpenModuleIsNoWall() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                ORDERS,
                "@ApplicationModule(",
                "@ApplicationModule(type = ApplicationModule.Type.OPEN, "),
        "order is declared OPEN",
        "order/package-info.java");
  }

  @Test
  void aCircleThroughAThirdModuleIsACircle() throws Exception {
    assertWrong(
        fromSolution()
            .edit(BOOKKEEPER, "class Bookkeeper", "public class Bookkeeper")
            .edit(
                BOOKKEEPER,
                "  @EventListener\n  void on(OrderPlaced",
                "  public void on(OrderPlaced")
            .edit(
                "tracking/package-info.java",
                "allowedDependencies = {}",
                "allowedDependencies = {\"billing\", \"order\"}")
            .add(
                "tracking/Relay.java",
                """
                package com.gophershop.tracking;

                import com.gophershop.billing.Bookkeeper;
                import com.gophershop.order.OrderPlaced;
                import org.springframework.context.event.EventListener;
                import org.springframework.stereotype.Component;

                @Component
                class Relay {

                  private final Bookkeeper bookkeeper;

                  Relay(Bookkeeper bookkeeper) {
                    this.bookkeeper = bookkeeper;
                  }

                  @EventListener
                  void on(OrderPlaced event) {
                    bookkeeper.on(event);
                  }
                }
                """),
        "circle",
        "tracking");
  }
}
