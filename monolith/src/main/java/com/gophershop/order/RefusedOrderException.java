package com.gophershop.order;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

class RefusedOrderException extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  RefusedOrderException(String reason) {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, reason),
        null);
  }
}
