package com.gopher.cli.journey;

import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Customer;
import com.gopher.cli.journey.CustomerClient.Invoice;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.cli.journey.CustomerClient.Parcel;
import com.gopher.cli.journey.CustomerClient.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a customer of the Gopher Shop lives through. It must stay true, unchanged, whatever shape
 * the system takes: it knows addresses and HTTP, and nothing of modules, services or databases.
 */
public final class Journey {

  /**
   * A parcel may leave before the cancellation is heard; then the customer tries it with another
   * order.
   */
  private static final int CHANGES_OF_MIND = 10;

  private static final Address HOME = new Address("Burrow Lane 7", "10115", "Berlin", "Germany");

  private final CustomerClient shop;
  private final Storyteller story;

  /**
   * @param patience how long each sentence may take to become true; longer than the shipping times
   * @param listener hears each sentence once it is true
   */
  public Journey(BaseUrls urls, Duration patience, Consumer<String> listener) {
    this.shop = new CustomerClient(urls);
    this.story = new Storyteller(listener, patience);
  }

  /**
   * @throws JourneyEnded if a sentence does not become true
   */
  public void travel() {
    Customer ada = aCustomerRegisters();
    Order order = sheOrdersTwoBooks(ada);
    theInvoiceIsWritten(order, ada);
    theParcelHasBeen("PREPARING", "The parcel is prepared.", order);
    theParcelHasBeen("SHIPPED", "The parcel is shipped.", order);
    theParcelHasBeen("DELIVERED", "The parcel is delivered.", order);
    theOrderSaysDelivered(order);
    Order regretted = sheOrdersAnotherAndCancelsItInTime(ada);
    theInvoiceIsCredited(regretted);
    theCancelledParcelNeverLeft(regretted);
    theFirstOrderIsUntouched(order);
  }

  private Customer aCustomerRegisters() {
    return story.tell(
        "Ada Gopher registers as a customer.",
        () -> shop.register("Ada Gopher", "ada@gopher.example", HOME));
  }

  private Order sheOrdersTwoBooks(Customer ada) {
    List<Product> books = shop.products();
    Product first = books.get(0);
    Product second = books.get(1);
    BigDecimal sum = first.price().amount().add(second.price().amount());
    Order order = shop.place(ada, List.of(new Line(first.sku(), 1), new Line(second.sku(), 1)));
    return story.await(
        "She orders two books, \"%s\" and \"%s\", for the catalog's price."
            .formatted(first.title(), second.title()),
        () -> shop.order(order.id()),
        it -> it.total().amount().compareTo(sum) == 0);
  }

  private void theInvoiceIsWritten(Order order, Customer ada) {
    story.await(
        "One invoice is written, to her name and address.",
        () -> shop.invoicesOf(order),
        invoices ->
            invoices.size() == 1
                && invoices.get(0).customer().name().equals(ada.name())
                && invoices.get(0).customer().address().equals(HOME)
                && invoices.get(0).total().amount().compareTo(order.total().amount()) == 0
                && invoices.get(0).creditNote() == null);
  }

  private void theParcelHasBeen(String status, String sentence, Order order) {
    story.await(
        sentence,
        () -> shop.parcelOf(order),
        parcel -> parcel.filter(it -> it.hasBeen(status)).isPresent());
  }

  private void theOrderSaysDelivered(Order order) {
    story.await(
        "The order says DELIVERED.",
        () -> shop.order(order.id()),
        it -> it.status().equals("DELIVERED"));
  }

  private Order sheOrdersAnotherAndCancelsItInTime(Customer ada) {
    Product book = shop.products().get(2);
    for (int attempt = 0; attempt < CHANGES_OF_MIND; attempt++) {
      Order order = shop.place(ada, List.of(new Line(book.sku(), 1)));
      if (shop.requestCancellation(order) && isCancelledInTheEnd(order)) {
        return story.tell(
            "She orders another book and cancels it in time: the order says CANCELLED.",
            () -> order);
      }
    }
    throw new JourneyEnded(
        "Of %s orders that were cancelled at once none says CANCELLED: each parcel had left before."
            .formatted(CHANGES_OF_MIND));
  }

  private boolean isCancelledInTheEnd(Order order) {
    return story
        .awaitSilently(
            "The shop decides about the cancellation.",
            () -> shop.order(order.id()),
            it -> !it.status().equals("CANCELLING"))
        .status()
        .equals("CANCELLED");
  }

  private void theInvoiceIsCredited(Order order) {
    story.await(
        "Its invoice is credited.",
        () -> shop.invoicesOf(order),
        (List<Invoice> invoices) -> invoices.size() == 1 && invoices.get(0).creditNote() != null);
  }

  private void theCancelledParcelNeverLeft(Order order) {
    story.await(
        "Its parcel is cancelled and never left.",
        () -> shop.parcelOf(order),
        (Optional<Parcel> parcel) ->
            parcel.filter(it -> it.hasBeen("CANCELLED") && !it.hasBeen("SHIPPED")).isPresent());
  }

  private void theFirstOrderIsUntouched(Order order) {
    story.await(
        "The first order is untouched by all this: delivered, with one invoice and no credit.",
        () -> shop.invoicesOf(order),
        invoices ->
            shop.order(order.id()).status().equals("DELIVERED")
                && invoices.size() == 1
                && invoices.get(0).creditNote() == null);
  }
}
