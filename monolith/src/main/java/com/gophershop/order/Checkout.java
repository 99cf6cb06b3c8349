package com.gophershop.order;

import com.gophershop.catalog.Catalog;
import com.gophershop.catalog.Product;
import com.gophershop.customer.CustomerId;
import com.gophershop.customer.Customers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Turns a request into an order. Asks the catalog and the customers first and opens the order's own
 * transaction afterwards, so it has none itself.
 */
@Service
class Checkout {

  private final Catalog catalog;
  private final Customers customers;
  private final OrderManagement orders;
  private final OrderEntry entry;

  Checkout(Catalog catalog, Customers customers, OrderManagement orders, OrderEntry entry) {
    this.catalog = catalog;
    this.customers = customers;
    this.orders = orders;
    this.entry = entry;
  }

  /**
   * Places the order, or finds the one that was placed under the same key.
   *
   * @throws RefusedOrderException (422) if a product or the customer is unknown, or the key was
   *     used for another request; the key stays unused then
   */
  Placement place(OrderRequest request, @Nullable IdempotencyKey key) {
    if (key == null) {
      return enter(request, null);
    }
    Optional<Placement> earlier = replay(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      return enter(request, key);
    } catch (DuplicateKeyException e) {
      // Another request with this key came first; the database made this one wait for its outcome.
      return replay(key).orElseThrow(() -> e);
    }
  }

  private Placement enter(OrderRequest request, @Nullable IdempotencyKey key) {
    List<OrderLine> lines = price(request.lines());
    requireKnown(request.customerId());
    // The catalog may sell in any currency, but one order is paid in one.
    if (lines.stream().map(line -> line.unitPrice().currency()).distinct().count() > 1) {
      throw new RefusedOrderException("The products are priced in different currencies.");
    }
    return new Placement(entry.enter(request.customerId(), lines, key), true);
  }

  private Optional<Placement> replay(IdempotencyKey key) {
    Optional<KeyedOrder> earlier = orders.findByKey(key);
    if (earlier.isPresent() && !earlier.get().digest().equals(key.digest())) {
      throw new RefusedOrderException(
          "The Idempotency-Key was used before for another order; use a new key.");
    }
    return earlier.flatMap(it -> orders.find(it.id())).map(order -> new Placement(order, false));
  }

  private List<OrderLine> price(List<OrderRequest.Line> lines) {
    Map<String, Product> products =
        catalog.findAll(lines.stream().map(OrderRequest.Line::sku).distinct().toList());
    return lines.stream()
        .map(
            line -> {
              Product product = products.get(line.sku());
              if (product == null) {
                throw new RefusedOrderException("There is no product " + line.sku() + ".");
              }
              return new OrderLine(
                  product.sku(), product.title(), line.quantity(), product.price());
            })
        .toList();
  }

  private void requireKnown(CustomerId id) {
    if (customers.find(id).isEmpty()) {
      throw new RefusedOrderException("There is no customer " + id + ".");
    }
  }
}
