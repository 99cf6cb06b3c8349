package com.gopher.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;

/**
 * Takes a body in whole before anything is passed on: a client that sends slowly holds no
 * connection to a backend, and no thread either. Refuses a body that is not there in time (408), is
 * too large (413), or comes when too many are waited for already (503). The shop does the same; the
 * two share no code.
 */
final class BodyBound implements Filter {

  private static final String RECEIVED = BodyBound.class.getName() + ".received";

  private final GatewayProperties limits;
  private final int most;
  private final Semaphore places;
  private final Refusals refusals;
  private final Ending ending;

  BodyBound(GatewayProperties properties, Refusals refusals, Ending ending) {
    this.ending = ending;
    this.limits = properties;
    this.most = Math.toIntExact(properties.body().toBytes());
    this.places = new Semaphore(properties.bodiesWaiting());
    this.refusals = refusals;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC
        && request.getAttribute(RECEIVED) instanceof byte[] received) {
      request.removeAttribute(RECEIVED);
      chain.doFilter(new ReceivedRequest(request, received), response);
    } else if (request.getDispatcherType() != DispatcherType.REQUEST || !hasBody(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > most) {
      refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
    } else {
      read(request, response, chain);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ByteArrayOutputStream body = whatIsThere(request);
    if (body.size() == request.getContentLengthLong()) {
      chain.doFilter(new ReceivedRequest(request, body.toByteArray()), response);
    } else if (places.tryAcquire()) {
      await(request, response, body);
    } else {
      refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /** Most bodies come along with their headers. */
  private static ByteArrayOutputStream whatIsThere(HttpServletRequest request) throws IOException {
    var body = new ByteArrayOutputStream();
    long length = request.getContentLengthLong();
    ServletInputStream input = request.getInputStream();
    while (body.size() < length && input.available() > 0) {
      byte[] bytes = new byte[(int) length - body.size()];
      int read = input.read(bytes);
      if (read < 0) {
        break;
      }
      body.write(bytes, 0, read);
    }
    return body;
  }

  private void await(
      HttpServletRequest request, HttpServletResponse response, ByteArrayOutputStream body)
      throws IOException {
    AsyncContext context = request.startAsync(request, response);
    context.setTimeout(limits.bodyWithin().toMillis());
    var reading =
        new BodyReading(
            context,
            body,
            most,
            places,
            received -> {
              request.setAttribute(RECEIVED, received);
              context.dispatch();
            },
            status -> giveUp(response, status));
    context.addListener(reading);
    request.getInputStream().setReadListener(reading);
  }

  /** Asynchronous too: the server would wait for the rest of the body to throw it away. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    AsyncContext context = request.startAsync(request, response);
    send(response, status);
    context.complete();
  }

  /** Of a body that a gateway which ends no longer waits for, the client was not too slow. */
  private void giveUp(HttpServletResponse response, HttpStatus status) throws IOException {
    if (ending.getAsBoolean()) {
      response.setHeader("Connection", "close");
      refusals.refuse(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The gateway is ending; nothing was passed on, try again.");
    } else {
      send(response, status);
    }
  }

  private void send(HttpServletResponse response, HttpStatus status) throws IOException {
    response.setHeader("Connection", "close");
    refusals.refuse(
        response,
        status,
        switch (status) {
          case CONTENT_TOO_LARGE ->
              "A body may have at most %s bytes; nothing was passed on.".formatted(most);
          case REQUEST_TIMEOUT ->
              "The body was not there within %s s; nothing was passed on."
                  .formatted(limits.bodyWithin().toSeconds());
          case SERVICE_UNAVAILABLE ->
              "Too many bodies are being waited for; nothing was passed on, try again.";
          default -> "The body cannot be read; nothing was passed on.";
        });
  }
}
