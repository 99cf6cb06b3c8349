package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Billing that fails keeps nobody from ordering, and catches up: after it is mended, and after the
 * shop was killed between the commit of an order and its listener.
 */
final class BrokenBillingCheck implements Check {

  private static final String BREAK = "ALTER TABLE billing.invoice RENAME TO invoice_away";
  private static final String MEND = "ALTER TABLE billing.invoice_away RENAME TO invoice";
  private static final String BOOKKEEPER =
      "monolith/src/main/java/com/gophershop/billing/Bookkeeper.java";

  @Override
  public String subject() {
    return "orders while billing is broken, and after a power failure";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    Path data = subject.work().resolve("broken-billing");
    try {
      String order = orderLeftByAPowerFailure(subject, data);
      return catchesUpAfterTheRestart(subject, data, order);
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static String orderLeftByAPowerFailure(Subject subject, Path data)
      throws Failed, InterruptedException {
    try (RunningShop shop = RunningShop.start(subject, data)) {
      var client = new ShopClient(shop.url());
      String customer = client.register("Ada Gopher");
      shop.asAdministrator(BREAK);
      String first = ordered(client, customer, shop);
      shop.asAdministrator(MEND);
      if (!isBilled(client, first)) {
        throw new Failed(
            new Failure(
                "An order that was placed while billing was broken is billed when billing is mended.",
                "It was accepted, and there is no invoice within 15 s.",
                BOOKKEEPER,
                "Somebody has to remember what a listener did not finish, and the failure must be seen: switch the event publication registry on, let the listener throw.",
                shop.log()));
      }
      shop.asAdministrator(BREAK);
      String second = ordered(client, customer, shop);
      shop.kill();
      return second;
    }
  }

  private static String ordered(ShopClient client, String customer, RunningShop shop)
      throws Failed, InterruptedException {
    ShopClient.Answer answer = client.place(customer);
    if (answer.status() != 201) {
      throw new Failed(
          new Failure(
              "While billing is broken, orders are accepted.",
              answer.status() == 0
                  ? "The order was not answered."
                  : "The order was refused with " + answer.status() + ".",
              BOOKKEEPER,
              "Billing listens inside the customer's transaction. Let it listen after the commit, in a transaction of its own: an application module listener.",
              answer.text() + "\n" + shop.log()));
    }
    return answer.body().at("/id").asString();
  }

  private static Optional<Failure> catchesUpAfterTheRestart(
      Subject subject, Path data, String order) throws Failed, InterruptedException {
    try (RunningShop shop = RunningShop.start(subject, data)) {
      shop.asAdministrator(MEND);
      if (isBilled(new ShopClient(shop.url()), order)) {
        return Optional.empty();
      }
      return Optional.of(
          new Failure(
              "An order whose listener was cut off by a power failure is billed after the restart.",
              "The shop was killed after it accepted the order, and started again: there is no invoice within 15 s.",
              BOOKKEEPER,
              "What a listener has still to do must be stored with the order, in its transaction: switch the event publication registry on.",
              shop.log()));
    }
  }

  private static boolean isBilled(ShopClient client, String order) throws InterruptedException {
    return Patience.await(
        () -> {
          int invoices = client.invoicesOf(order).size();
          return invoices == 0 ? NOT_YET : invoices == 1 ? TRUE : NEVER;
        });
  }
}
