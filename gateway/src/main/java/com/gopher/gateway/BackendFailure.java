package com.gopher.gateway;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A backend that gave no answer: how a client hears of it, in the terms of RFC 9110. */
final class BackendFailure extends Exception {

  private final HttpStatus status;

  private BackendFailure(HttpStatus status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  static BackendFailure unreachable(String service, @Nullable Throwable cause) {
    return new BackendFailure(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The %s cannot be reached now; nothing was passed on. Try again in a moment."
            .formatted(service),
        cause);
  }

  /**
   * @param failure what the HTTP client threw
   */
  static BackendFailure of(String service, Throwable failure) {
    if (failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof ConnectionRequestTimeoutException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException) {
      return unreachable(service, failure);
    }
    boolean late =
        failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException;
    return new BackendFailure(
        late ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY,
        "The %s %s. Whether the request was carried out is not known: look, or send it again; a request with an Idempotency-Key is never carried out twice."
            .formatted(service, late ? "did not answer in time" : "broke off before it answered"),
        failure);
  }

  HttpStatus status() {
    return status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
