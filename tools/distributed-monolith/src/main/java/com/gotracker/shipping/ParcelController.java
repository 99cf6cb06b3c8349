package com.gotracker.shipping;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the shop calls instead of a method. May be called twice for the same order. */
@RestController
@RequestMapping("/shipping/parcels")
class ParcelController {

  private final SharedOrders orders;
  private final Dispatch dispatch;

  ParcelController(SharedOrders orders, Dispatch dispatch) {
    this.orders = orders;
    this.dispatch = dispatch;
  }

  /** Only the id is told: the order itself is in the shop's table, which is at hand. */
  @PutMapping("/{orderId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void prepare(@PathVariable UUID orderId) {
    dispatch.take(List.of(orders.find(orderId).orElseThrow(() -> unknown(orderId))));
  }

  private static ErrorResponseException unknown(UUID orderId) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "There is no order " + orderId + "; no parcel was prepared."),
        null);
  }
}
