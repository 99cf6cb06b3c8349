package com.gopher.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

class UnreadableCursorException extends ErrorResponseException {

  private static final long serialVersionUID = 1;

  UnreadableCursorException(@Nullable Throwable cause) {
    super(
        HttpStatus.BAD_REQUEST,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST,
            "The parameter 'after' is not a cursor: pass the 'next' of an earlier page unchanged."),
        cause);
  }
}
