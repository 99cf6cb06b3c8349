package com.gopher.http;

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
 * What Tomcat itself refuses, such as an unreadable request line, in the same form as the rest.
 *
 * <p>While the application ends, that is no judgement of the request. Tomcat notices the end
 * between the first line of a request and its headers, reads no more, and then misses the header
 * {@code Host}: a client that asked for nothing wrong was told 400, and did not try again. All that
 * Tomcat refuses then is 503.
 */
final class ProblemErrorValve extends ErrorReportValve {

  private static final String TRY_AGAIN =
      ",\"detail\":\"The program is ending; try again in a moment.\"";

  private final BooleanSupplier ending;

  private ProblemErrorValve(BooleanSupplier ending) {
    this.ending = ending;
  }

  /** Tomcat takes none of its own if one of the class that it was told is there. */
  static void use(TomcatServletWebServerFactory tomcat, BooleanSupplier ending) {
    tomcat.addContextCustomizers(
        context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.setErrorReportValveClass(ProblemErrorValve.class.getName());
          host.getPipeline().addValve(new ProblemErrorValve(ending));
        });
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    boolean isEnding = ending.getAsBoolean();
    if (isEnding) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    int status = response.getStatus();
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    byte[] body =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s%s}"
            .formatted(title, status, isEnding ? TRY_AGAIN : "")
            .getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException clientIsGone) {
      container.getLogger().debug("No answer could be sent", clientIsGone);
    }
  }
}
