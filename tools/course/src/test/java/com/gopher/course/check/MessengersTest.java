package com.gopher.course.check;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("minutes")
class MessengersTest extends CheckpointTest {

  private static final String BOOKKEEPER = "billing/Bookkeeper.java";
  private static final String LISTENER =
      "  @ApplicationModuleListener(id = \"billing.order-placed\")\n";
  private static final String WRITE = "invoices.write(event.orderId(), clock.instant());";

  /**
   * Of the order that is left when billing is mended, or of the one left by the power failure: on a
   * slow machine billing is mended before the first one's listener has tried.
   */
  private static final String NO_INVOICE = "no invoice";

  MessengersTest() {
    super("messengers");
  }

  @Test
  void theThreeAnnotationsByHandAreRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(
                BOOKKEEPER,
                LISTENER,
                """
                  @org.springframework.scheduling.annotation.Async
                  @org.springframework.transaction.annotation.Transactional(
                      propagation =
                          org.springframework.transaction.annotation.Propagation.REQUIRES_NEW)
                  @org.springframework.transaction.event.TransactionalEventListener(
                      id = "billing.order-placed")
                """));
  }

  @Test
  void aListenerInAnotherClassIsRight() throws Exception {
    assertRight(
        fromSolution()
            .edit(
                BOOKKEEPER,
                LISTENER + "  void on(OrderPlaced event) {\n    " + WRITE + "\n  }\n",
                "")
            .edit(BOOKKEEPER, "import com.gophershop.order.OrderPlaced;\n", "")
            .add(
                "billing/Biller.java",
                """
                package com.gophershop.billing;

                import com.gophershop.order.OrderPlaced;
                import java.time.Clock;
                import org.springframework.modulith.events.ApplicationModuleListener;
                import org.springframework.stereotype.Service;

                @Service
                class Biller {

                  private final Invoices invoices;

                  Biller(Invoices invoices) {
                    this.invoices = invoices;
                  }

                  @ApplicationModuleListener(id = "bill")
                  void whenPlaced(OrderPlaced order) {
                    invoices.write(order.orderId(), Clock.systemUTC().instant());
                  }
                }
                """));
  }

  @Test
  void aThreadAloneForgets() throws Exception {
    assertWrong(
        fromStart()
            .edit(
                BOOKKEEPER,
                "  @EventListener\n  void on(OrderPlaced",
                "  @org.springframework.scheduling.annotation.Async\n  @EventListener\n  void on(OrderPlaced")
            .edit(
                "GopherShop.java",
                "public class GopherShop",
                "@org.springframework.scheduling.annotation.EnableAsync\npublic class GopherShop"),
        NO_INVOICE);
  }

  @Test
  void afterTheCommitWithoutTheRegistryForgets() throws Exception {
    assertWrong(fromSolution().take("GopherShop.java", start()), NO_INVOICE);
  }

  @Test
  void aSwallowedExceptionIsWorkThatNobodyRepeats() throws Exception {
    assertWrong(
        fromSolution()
            .edit(
                BOOKKEEPER,
                LISTENER,
                """
                  @ApplicationModuleListener(
                      id = "billing.order-placed",
                      propagation =
                          org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
                """)
            .edit(
                BOOKKEEPER,
                WRITE,
                "try {\n      "
                    + WRITE
                    + "\n    } catch (RuntimeException e) {\n      // Next time, perhaps.\n    }"),
        NO_INVOICE);
  }

  @Test
  void retriesInMemoryDoNotSurviveAPowerFailure() throws Exception {
    assertWrong(
        fromStart()
            .edit(
                BOOKKEEPER,
                "  @EventListener\n  void on(OrderPlaced event) {\n    " + WRITE,
                """
                  @org.springframework.transaction.event.TransactionalEventListener
                  void on(OrderPlaced event) {
                    new Thread(() -> bill(event)).start();
                  }

                  private void bill(OrderPlaced event) {
                    while (true) {
                      try {
                        invoices.write(event.orderId(), clock.instant());
                        return;
                      } catch (RuntimeException e) {
                        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                      }
                    }\
                """),
        "after the restart",
        "killed");
  }
}
