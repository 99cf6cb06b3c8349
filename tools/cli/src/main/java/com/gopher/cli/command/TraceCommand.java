package com.gopher.cli.command;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.Traces;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints where the time of one order went. */
@Command(name = "trace")
public final class TraceCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long A_DAY_MILLIS = 86_400_000;

  private final Console console;

  @Parameters(paramLabel = "ORDER")
  private UUID order = new UUID(0, 0);

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--json")
  private boolean json;

  public TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    URI collector =
        Traces.collector(dataDirectory.open())
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "No traces are kept for %s: it was started without. Nothing was changed. Next: %s --traces, then place an order.",
                        dataDirectory.open().root(), dataDirectory.upCommand()));
    JsonNode traces = ask(collector);
    if (traces.isEmpty()) {
      throw new CouldNotRun(
          "%s knows no trace of the order %s yet. A trace is there a moment after its request. Orders placed before --traces have none. Nothing was changed.",
          collector, order);
    }
    if (json) {
      console.json(traces);
    } else {
      traces.forEach(this::print);
    }
    return 0;
  }

  private JsonNode ask(URI collector) {
    String query = URLEncoder.encode("order=" + order, StandardCharsets.UTF_8);
    URI uri =
        collector.resolve(
            "/api/v2/traces?limit=10&lookback=%s&annotationQuery=%s"
                .formatted(A_DAY_MILLIS, query));
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return JsonMapper.shared().readTree(answer.body());
      }
      throw new CouldNotRun(
          "%s answered %s. Nothing was changed. Is it a Zipkin?", uri, answer.statusCode());
    } catch (IOException | JacksonException e) {
      throw new CouldNotRun(
          "%s does not answer as a Zipkin does (%s). Nothing was changed. Next: ./shop status%s"
              .formatted(uri, e, dataDirectory.suffix()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; nothing was changed.", e);
    }
  }

  private void print(JsonNode trace) {
    List<JsonNode> spans =
        trace
            .valueStream()
            .sorted(Comparator.comparingLong(span -> span.path("timestamp").asLong()))
            .toList();
    List<String> known = spans.stream().map(TraceCommand::id).toList();
    long begin = spans.get(0).path("timestamp").asLong();
    console.result("trace %s", spans.get(0).path("traceId").asString());
    console.result("%12s  %12s", "begins", "takes");
    // The parent of the first one may be the client's, whose span is kept elsewhere or nowhere.
    spans.stream()
        .filter(span -> !known.contains(parent(span)))
        .forEach(span -> print(span, spans, begin, 0));
  }

  private void print(JsonNode span, List<JsonNode> all, long begin, int depth) {
    console.result(
        "%9.1f ms  %9.1f ms  %s%s (%s)",
        (span.path("timestamp").asLong() - begin) / 1e3,
        span.path("duration").asLong() / 1e3,
        "  ".repeat(depth),
        span.path("name").asString(),
        span.path("localEndpoint").path("serviceName").asString());
    all.stream()
        .filter(child -> parent(child).equals(id(span)))
        .forEach(child -> print(child, all, begin, depth + 1));
  }

  private static String id(JsonNode span) {
    return span.path("id").asString();
  }

  private static String parent(JsonNode span) {
    return span.path("parentId").asString("");
  }
}
