package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** An order is billed to whoever placed it, packed, shipped, delivered, or cancelled in time. */
final class Journey {

  private static final String NAME = "Ada Gopher";

  private Journey() {}

  /**
   * Sends customers through a shop, wherever its parcels are shipped.
   *
   * @throws Failed with the first thing that is not as it should be
   */
  static void travel(ShopClient shop) throws Failed, InterruptedException {
    shop.register("Grace Mole", ShopClient.address("Tunnel Road 1", "20095", "Hamburg", "DE"));
    String customer = shop.register(NAME);
    shop.register("Linus Vole", ShopClient.address("Root Square 9", "80331", "Munich", "DE"));
    String order = shop.order(customer);
    theInvoiceIsWritten(shop, order);
    String regretted = shop.order(customer);
    theOrderIsCancelled(shop, regretted);
    await(
        "The parcel is delivered, and the order says DELIVERED.",
        "The order says %s, and its parcel %s.",
        "Look at what listens to the order, and at what the shipping clock publishes.",
        shop,
        order,
        () ->
            shop.statusOf(order).equals("DELIVERED") && shop.parcelOf(order).equals("DELIVERED")
                ? TRUE
                : NOT_YET);
  }

  private static void theInvoiceIsWritten(ShopClient shop, String order)
      throws Failed, InterruptedException {
    boolean written =
        Patience.await(
            () -> {
              JsonNode invoices = shop.invoicesOf(order);
              return invoices.size() == 0 ? NOT_YET : invoices.size() == 1 ? TRUE : NEVER;
            });
    JsonNode invoices = shop.invoicesOf(order);
    if (!written) {
      throw new Failed(
          new Failure(
              "One invoice is written for an order.",
              "There are " + invoices.size() + " (asked with GET /api/invoices?orderId=...).",
              null,
              "Find out whether billing hears of the order: who calls it, or which event does it listen to?",
              ""));
    }
    JsonNode customer = invoices.get(0).at("/customer");
    expect(NAME, customer.at("/name").asString(), "name", invoices);
    for (var part : ShopClient.ADDRESS.entrySet()) {
      expect(
          part.getValue(),
          customer.at("/address/" + part.getKey()).asString(),
          part.getKey(),
          invoices);
    }
  }

  private static void expect(String expected, String found, String part, JsonNode invoices)
      throws Failed {
    if (!expected.equals(found)) {
      throw new Failed(
          new Failure(
              "The invoice of an order of %s carries the customer's %s, \"%s\"."
                  .formatted(NAME, part, expected),
              found.isEmpty()
                  ? "The invoice's " + part + " is empty."
                  : "The invoice says \"" + found + "\".",
              "monolith/src/main/java/com/gophershop/billing/Invoices.java",
              "Write the customer's name and address where the invoice is stored; any way will do.",
              invoices.toPrettyString()));
    }
  }

  private static void theOrderIsCancelled(ShopClient shop, String order)
      throws Failed, InterruptedException {
    await(
        "An order can be cancelled once it is known to delivery.",
        "It says %s, and its parcel %s.",
        "Look at what listens to the order in delivery.",
        shop,
        order,
        () -> shop.parcelOf(order).equals("PREPARING") ? TRUE : NOT_YET);
    ShopClient.Answer answer = shop.cancel(order);
    if (answer.status() != 202) {
      throw new Failed(
          new Failure(
              "An order whose parcel is being prepared can be cancelled.",
              "The shop answered with " + answer.status() + ".",
              null,
              "The answer is below.",
              answer.text()));
    }
    await(
        "A cancelled order says CANCELLED, and its invoice is credited.",
        "The order says %s, and its parcel %s.",
        "Look at what listens to the cancellation in delivery, order and billing.",
        shop,
        order,
        () ->
            shop.statusOf(order).equals("CANCELLED")
                    && !shop.invoicesOf(order).at("/0/creditNote/id").asString().isEmpty()
                ? TRUE
                : NOT_YET);
  }

  private static void await(
      String expected,
      String found,
      String next,
      ShopClient shop,
      String order,
      Patience.Question question)
      throws Failed, InterruptedException {
    if (!Patience.await(question)) {
      throw new Failed(
          new Failure(
              expected,
              String.format(Locale.ROOT, found, shop.statusOf(order), shop.parcelOf(order)),
              null,
              next,
              shop.invoicesOf(order).toPrettyString()));
    }
  }
}
