package com.gopher.http;

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
 * Takes a body in whole before anything else looks at the request. No thread waits for one that
 * comes slowly: whoever sends a byte now and then, on a few hundred connections, would otherwise
 * hold all that there are. Refuses a body that is not there in time (408), is larger than 64 KiB
 * (413), or comes when too many are waited for already (503).
 */
class WholeBody implements Filter {

  static final int MOST_BYTES = 64 * 1024;

  private static final String RECEIVED = WholeBody.class.getName() + ".received";
  static final Refusal TOO_LARGE =
      new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "A body may have at most %s bytes; nothing was stored.".formatted(MOST_BYTES));
  private static final Refusal TOO_MANY =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many bodies are being waited for; nothing was stored, try again.");

  /** Of a body that was still waited for: its client was not too slow. */
  private static final Refusal ENDING =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The program is ending; nothing was stored, try again in a moment.");

  private final HttpProperties.Body limits;
  private final Semaphore places;
  private final Ending ending;

  WholeBody(HttpProperties properties, Ending ending) {
    this.limits = properties.body();
    this.ending = ending;
    this.places = new Semaphore(limits.waiting());
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
      chain.doFilter(new BufferedBody(request, received), response);
    } else if (request.getDispatcherType() != DispatcherType.REQUEST || !hasBody(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > MOST_BYTES) {
      refuse(request, response, TOO_LARGE);
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
      chain.doFilter(new BufferedBody(request, body.toByteArray()), response);
    } else if (places.tryAcquire()) {
      await(request, response, body);
    } else {
      refuse(request, response, TOO_MANY);
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
    context.setTimeout(limits.within().toMillis());
    var reading =
        new BodyReading(
            context,
            body,
            places,
            received -> {
              request.setAttribute(RECEIVED, received);
              context.dispatch();
            },
            refusal -> send(request, response, ending.getAsBoolean() ? ENDING : refusal));
    context.addListener(reading);
    request.getInputStream().setReadListener(reading);
  }

  /** Asynchronous too: the server would wait for the rest of the body to throw it away. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    AsyncContext context = request.startAsync(request, response);
    send(request, response, refusal);
    context.complete();
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    response.setHeader("Connection", "close");
    refusal.send(new BrowserPolicies(request, response));
  }
}
