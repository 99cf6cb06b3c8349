package com.gophershop.order;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

class OrderNotCancellableException extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  OrderNotCancellableException(OrderId id, OrderStatus status) {
    super(
        HttpStatus.CONFLICT,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT,
            "The order %s cannot be cancelled: it is already %s."
                .formatted(id, status.name().toLowerCase(Locale.ROOT))),
        null);
  }
}
