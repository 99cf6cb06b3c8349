package com.gophershop.customer;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A field is filled in with blanks. */
final class InvisibleTextException extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  InvisibleTextException(List<String> fields) {
    super(HttpStatus.UNPROCESSABLE_CONTENT, problem(fields), null);
  }

  private static ProblemDetail problem(List<String> fields) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, "The request is not valid.");
    problem.setProperty(
        "errors",
        fields.stream()
            .map(field -> Map.of("field", field, "message", "has no visible character"))
            .toList());
    return problem;
  }
}
