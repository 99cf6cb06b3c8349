package com.gopher.gateway;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.ServerResponse;

/** What the gateway itself answers, as problem details (RFC 9457). */
final class Problem {

  private static final String SECONDS_TO_WAIT = "1";

  private Problem() {}

  static ServerResponse of(HttpStatus status, String detail) {
    var answer = ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
    return answer.body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
