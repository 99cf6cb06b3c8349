package com.gophershop.order;

import com.gopher.http.Page;
import com.gopher.http.Paging;
import com.gophershop.customer.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Orders")
@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

  private final Checkout checkout;
  private final OrderManagement orders;

  OrderController(Checkout checkout, OrderManagement orders) {
    this.checkout = checkout;
    this.orders = orders;
  }

  @Operation(
      summary = "Place an order",
      description =
          "Prices come from the catalog. With an Idempotency-Key a repeated request is"
              + " answered with the order it placed the first time.")
  @ApiResponse(responseCode = "201", description = "The order was placed")
  @ApiResponse(
      responseCode = "200",
      description = "The order had been placed under this key before")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<OrderView> place(
      @Valid @RequestBody OrderRequest request,
      @Parameter(description = "1 to 255 printable characters, new for each order")
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Pattern(
              regexp = "[\\x21-\\x7e]{1,255}",
              message = "must be 1 to 255 printable characters")
          @Nullable String idempotencyKey) {
    Placement placement = checkout.place(request, IdempotencyKey.of(idempotencyKey, request));
    OrderView view = OrderView.of(placement.order());
    return placement.isNew()
        ? ResponseEntity.created(URI.create("/api/orders/" + view.id())).body(view)
        : ResponseEntity.ok(view);
  }

  @Operation(summary = "Follow an order")
  @GetMapping("/{id}")
  OrderView get(@PathVariable UUID id) {
    return orders
        .find(new OrderId(id))
        .map(OrderView::of)
        .orElseThrow(() -> new UnknownOrderException(id));
  }

  @Operation(summary = "List orders, the newest first")
  @GetMapping
  Page<OrderView> list(
      @RequestParam Optional<UUID> customerId, @Valid @ParameterObject Paging paging) {
    Optional<OrderId> after = paging.after(UUID::fromString).map(OrderId::new);
    return Page.of(
        orders.list(customerId.map(CustomerId::new), after, paging.rowsToRead()),
        paging,
        order -> order.id().toString(),
        OrderView::of);
  }

  @Operation(
      summary = "Ask for an order to be cancelled",
      description = "The holder of the shipment decides; follow the order to learn the outcome.")
  @ApiResponse(responseCode = "202", description = "The request was taken")
  @ApiResponse(responseCode = "409", description = "It is too late, or the order is cancelled")
  @PostMapping("/{id}/cancel")
  ResponseEntity<OrderView> cancel(@PathVariable UUID id) {
    return orders
        .requestCancellation(new OrderId(id))
        .map(order -> ResponseEntity.accepted().body(OrderView.of(order)))
        .orElseThrow(() -> new UnknownOrderException(id));
  }
}
