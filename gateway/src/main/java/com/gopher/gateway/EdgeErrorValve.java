package com.gopher.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the server refuses before the application sees it, such as headers that are too long, as a
 * problem detail.
 *
 * <p>While the gateway ends, all of it is 503: Tomcat notices the end between the first line of a
 * request and its headers, reads no more, and then answers 400 for want of a header {@code Host}.
 */
final class EdgeErrorValve extends ErrorReportValve {

  private final BooleanSupplier ending;

  private EdgeErrorValve(BooleanSupplier ending) {
    this.ending = ending;
  }

  /** Tomcat takes none of its own if one of the class that it was told is there. */
  static void use(TomcatServletWebServerFactory server, BooleanSupplier ending) {
    server.addContextCustomizers(
        context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.setErrorReportValveClass(EdgeErrorValve.class.getName());
          host.getPipeline().addValve(new EdgeErrorValve(ending));
        });
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    boolean isEnding = ending.getAsBoolean();
    if (isEnding) {
      status = HttpStatus.SERVICE_UNAVAILABLE;
      response.setStatus(status.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    String detail = isEnding ? "The gateway is ending; try again." : "Nothing was passed on.";
    String problem =
        """
        {"type":"about:blank","title":"%s","status":%s,"detail":"%s"}"""
            .formatted(status.getReasonPhrase(), status.value(), detail);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException clientIsGone) {
      container.getLogger().debug("No answer could be sent", clientIsGone);
    }
  }
}
