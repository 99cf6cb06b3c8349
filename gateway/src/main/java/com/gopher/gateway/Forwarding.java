package com.gopher.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes a request on to an instance of its route's service. Only what reads is tried again, and on
 * another instance: a second order would be worse than an error.
 */
@Component
class Forwarding implements HandlerFunction<ServerResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

  private static final int LONGEST_PROBLEM = 16 * 1024;

  private final RouteTable routes;
  private final Instances instances;
  private final Breakers breakers;
  private final ProxyExchangeHandlerFunction exchange;
  private final int attemptsOfReads;

  Forwarding(
      RouteTable routes,
      Instances instances,
      Breakers breakers,
      ProxyExchangeHandlerFunction exchange,
      GatewayProperties properties) {
    this.routes = routes;
    this.instances = instances;
    this.breakers = breakers;
    this.exchange = exchange;
    this.attemptsOfReads = properties.attempts();
  }

  @Override
  public ServerResponse handle(ServerRequest request) {
    Route route = routes.of(request.method(), request.uri().getRawPath()).orElse(null);
    if (route == null) {
      return Problem.of(HttpStatus.NOT_FOUND, "No route leads there.");
    }
    String otherwise = route.otherwise();
    if (otherwise == null) {
      return ask(route.service(), request);
    }
    boolean isSecondHand = false;
    try {
      ServerResponse answer = askInTurn(route.service(), request);
      HttpStatusCode status = answer.statusCode();
      isSecondHand = HttpStatus.NON_AUTHORITATIVE_INFORMATION.isSameCodeAs(status);
      if (status.value() != 404 && !status.is5xxServerError() && !isSecondHand) {
        return answer;
      }
      leave(request);
    } catch (BackendFailure failure) {
      LOG.debug("The {} answers instead of the {}", otherwise, route.service(), failure);
    }
    ServerResponse answer = ask(otherwise, request);
    if (!isSecondHand || answer.statusCode().is2xxSuccessful()) {
      return answer;
    }
    leave(request);
    return ask(route.service(), request);
  }

  private ServerResponse ask(String service, ServerRequest request) {
    try {
      return askInTurn(service, request);
    } catch (BackendFailure failure) {
      LOG.debug("No answer for {} {}", request.method(), request.path(), failure);
      return Problem.of(failure.status(), failure.getMessage());
    }
  }

  private ServerResponse askInTurn(String service, ServerRequest request) throws BackendFailure {
    List<URI> inTurn = instances.inTurn(service);
    int attempts = Route.READING.contains(request.method()) ? attemptsOfReads : 1;
    BackendFailure failure = BackendFailure.unreachable(service, null);
    for (URI instance : inTurn.subList(0, Math.min(attempts, inTurn.size()))) {
      try {
        return askOne(service, instance, request);
      } catch (BackendFailure e) {
        failure = e;
      }
    }
    throw failure;
  }

  private ServerResponse askOne(String service, URI instance, ServerRequest request)
      throws BackendFailure {
    try {
      return breakers.of(instance).executeCallable(() -> exchanged(service, instance, request));
    } catch (BackendFailure | RuntimeException failure) {
      throw failure instanceof BackendFailure known ? known : unforeseen(service, failure);
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static BackendFailure unforeseen(String service, Exception failure) {
    if (failure instanceof CallNotPermittedException) {
      return BackendFailure.unreachable(service, failure);
    }
    throw (RuntimeException) failure;
  }

  private ServerResponse exchanged(String service, URI instance, ServerRequest request)
      throws BackendFailure {
    MvcUtils.setRequestUrl(request, instance);
    // The backends compare Origin with Host, and put Host into what they say of themselves.
    request.attributes().put(MvcUtils.PRESERVE_HOST_HEADER_ATTRIBUTE, true);
    try {
      return exchange.handle(request);
    } catch (ResourceAccessException | UncheckedIOException e) {
      throw BackendFailure.of(service, e.getCause() == null ? e : e.getCause());
    }
  }

  /** Read, so that its connection can be used again. */
  private static void leave(ServerRequest request) {
    ClientHttpResponse answer = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR);
    if (answer == null) {
      return;
    }
    try (answer) {
      answer.getBody().readNBytes(LONGEST_PROBLEM);
    } catch (IOException brokenOff) {
      LOG.debug("The rest of an answer that nobody needs did not come", brokenOff);
    }
  }
}
