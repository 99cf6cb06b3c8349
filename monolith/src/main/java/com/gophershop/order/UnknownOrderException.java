package com.gophershop.order;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Nobody placed an order with this id. */
class UnknownOrderException extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  UnknownOrderException(UUID id) {
    super(
        HttpStatus.NOT_FOUND,
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no order " + id + "."),
        null);
  }
}
