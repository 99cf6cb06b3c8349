package com.gopher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.console.ForeignText;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.Ports;
import com.gopher.launcher.process.ProcessSpec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each command is given a text that orders a terminal about, turns text around and fakes a line of
 * ours: as a name of a file, an argument, a record, a report, a log or an answer. All of it is seen
 * and nothing of it is obeyed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class HostileTextTest {

  private static final String FAKED = "shop is ready, all is well";
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066\r\n" + FAKED + "\r\u2028x";

  private static final String PUBLICATION = "00000000-0000-4000-8000-000000000001";

  private HttpServer server;
  private URI url;
  private Fleet fleet;
  private Path data;
  private Path project;
  private Path report;

  @BeforeAll
  void aHostileWorld(@TempDir Path directory) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange.getRequestURI().getPath(), exchange));
    server.start();
    url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    data = directory.resolve("data");
    var root = new DataDirectory(data);
    fleet = new Fleet(root, silent(), Duration.ofMinutes(1));
    fleet.bringUp(() -> List.of(process("shop", url, "sleep", "600")));
    Files.writeString(data.resolve("city.json"), "{\"trackers\":1}");
    project = hostileProject(directory.resolve("project"));
    report = hostileReport(directory.resolve("report.json"));
  }

  @AfterAll
  void endIt() {
    fleet.takeDown();
    server.stop(0);
  }

  private Stream<List<String>> commands() {
    String dir = data.toString();
    return Stream.of(
        List.of("up", "castle", "--shop-port", HOSTILE),
        List.of("down", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("status", "--data-dir", dir),
        List.of("status", "--json", "--data-dir", dir),
        List.of("resend", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("backfill", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("backfill", "--status", "--data-dir", dir),
        List.of("backfill", "--status", "--json", "--data-dir", dir),
        List.of("reconcile", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("shadow", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("cutover", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("rollback", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("retire", HOSTILE),
        List.of("trace", HOSTILE),
        List.of("watch", "--data-dir", data.resolveSibling(HOSTILE).toString()),
        List.of("doctor", "--shop-port", HOSTILE),
        List.of("publications", "list", "--data-dir", dir),
        List.of("publications", "list", "--json", "--data-dir", dir),
        List.of("publications", "show", PUBLICATION, "--data-dir", dir),
        List.of("publications", "dismiss", HOSTILE, "--data-dir", dir),
        List.of("outbox", "list", "--data-dir", dir),
        List.of("outbox", "list", "--json", "--data-dir", dir),
        List.of("outbox", "retry", "--of", HOSTILE, "--data-dir", dir),
        List.of("outbox", "show", "--of", "shop", "--id", "1", "--data-dir", dir),
        List.of("outbox", "dismiss", "--of", HOSTILE, "--id", HOSTILE, "--data-dir", dir),
        List.of("dead-letters", "show", HOSTILE, "--data-dir", dir),
        List.of("journey", "--shop", url.toString()),
        List.of("journey", "--shop", url.toString(), "--json"),
        List.of("inspect", project.toString(), "--base-package", "com.acme"),
        List.of("inspect", project.toString(), "--base-package", "com.acme", "--json"),
        List.of("inspect", project + "/" + HOSTILE),
        List.of("advise", project + "/" + HOSTILE),
        List.of("bench", HOSTILE),
        List.of("bench", "order-cost", "--rates", HOSTILE),
        List.of("bench", "order-cost", "--against", HOSTILE),
        List.of("compare", "--report", report.toString(), "--out", report + ".d"),
        List.of("compare", "--report", report.toString(), "--out", report + ".d", "--json"),
        List.of("compare", "--report", HOSTILE),
        List.of("faults", "--seed", HOSTILE),
        List.of("faults", "--soak", HOSTILE),
        List.of("tutorial", "start", HOSTILE),
        List.of(HOSTILE));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatOthersWroteIsSeenAndNotObeyed(List<String> command) {
    assertHarmless(outputOf(command.toArray(String[]::new)));
  }

  @Test
  void noCommandIsLeftOut() {
    var swept = new TreeSet<String>();
    commands().forEach(command -> swept.add(command.get(0)));
    swept.remove(HOSTILE);

    assertThat(swept)
        .isEqualTo(new TreeSet<>(Shop.commandLine(silent()).getSubcommands().keySet()));
  }

  @Test
  void theLastWordsOfAProcessAreQuotedLineByLine(@TempDir Path directory) {
    var fleetOfOne = new Fleet(new DataDirectory(directory), silent(), Duration.ofMinutes(1));
    URI nobody = URI.create("http://127.0.0.1:" + Ports.free());
    var out = new ByteArrayOutputStream();
    Console console = printingTo(out);

    assertThatThrownBy(
            () ->
                fleetOfOne.bringUp(() -> List.of(process("shop", nobody, "printf", "%s", HOSTILE))))
        .isInstanceOfSatisfying(CouldNotRun.class, e -> console.refuse(e.getMessage()));

    assertHarmless(out.toString(UTF_8));
  }

  @Test
  void withoutTheConsoleTheTextIsFoundOut() {
    assertThatThrownBy(() -> assertHarmless(HOSTILE)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertHarmless("a\n" + FAKED + " \\u001B"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertHarmless("The text never came as far as this"))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertHarmless(String output) {
    assertThat(output.codePoints().filter(it -> it != '\n' && !ForeignText.isVisible(it)))
        .as("characters that a terminal obeys, in:\n" + output)
        .isEmpty();
    assertThat(output.lines()).as("lines of ours").noneMatch(line -> line.startsWith(FAKED));
    assertThat(output).as("or nothing was tried").containsIgnoringCase("\\u001b");
  }

  private static String outputOf(String... command) {
    var output = new ByteArrayOutputStream();
    Shop.run(printingTo(output), command);
    return output.toString(UTF_8);
  }

  private static Console printingTo(ByteArrayOutputStream output) {
    var stream = new PrintStream(output, true, UTF_8);
    return new Console(stream, stream, false);
  }

  private static Console silent() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    return new Console(nowhere, nowhere, false);
  }

  private static ProcessSpec process(String name, URI url, String... command) {
    return ProcessSpec.of(name, List.of(command), Map.of(), url, url, List.of(), null);
  }

  private static void answer(String path, HttpExchange exchange) throws IOException {
    String text = JsonMapper.shared().writeValueAsString(HOSTILE);
    String body =
        switch (path) {
          case "/actuator/health" ->
              "{\"components\":{\"inbound\":{\"status\":\"DOWN\",\"details\":{\"failures\":1,\"lastFailure\":"
                  + text
                  + "}}}}";
          case "/actuator/publications" ->
              "{\"total\":1,\"items\":[{\"id\":\"1\",\"status\":\"FAILED\",\"attempts\":1,\"publishedAt\":\"-\",\"nextAttemptAt\":null,\"listener\":\"x\",\"event\":"
                  + text
                  + "}]}";
          case "/actuator/outbox" ->
              "{\"backlog\":1,\"oldestSeconds\":1,\"parked\":1,\"parkedRecords\":[{\"id\":\"1\",\"eventType\":\"x\",\"key\":\"k\",\"parkedAt\":\"-\",\"reason\":"
                  + text
                  + "}]}";
          case "/actuator/outbox/1", "/actuator/publications/" + PUBLICATION ->
              "{\"dismissed\":%1$s,\"payload\":%1$s,\"content\":%1$s,\"reason\":%1$s}"
                  .formatted(text);
          case "/actuator/backfill" -> "{\"state\":\"running\",\"waitsFor\":" + text + "}";
          default -> path.startsWith("/api") ? HOSTILE : "{}";
        };
    byte[] bytes = body.getBytes(UTF_8);
    boolean refused = path.startsWith("/api");
    exchange.sendResponseHeaders(refused ? 500 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** One whose billing reads a table of order, in a file with a hostile name. */
  private static Path hostileProject(Path project) throws IOException {
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    Path orders = project.resolve("src/com/acme/order/Orders.java");
    Path invoices = project.resolve("src/com/acme/billing/Invoices.java");
    write(orders, "package com.acme.order; public interface Orders {}");
    write(invoices, "package com.acme.billing; interface Invoices {}");
    ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "--release",
            "17",
            orders.toString(),
            invoices.toString());
    write(
        classes.resolve("db/migration/order/V1__orders.sql"),
        "CREATE TABLE orders.orders (id BIGINT);\n");
    write(
        classes.resolve("db/migration/billing/V1__" + HOSTILE + ".sql"),
        "CREATE TABLE billing.invoice AS SELECT id FROM orders.orders;\n");
    return project;
  }

  private static Path hostileReport(Path file) throws IOException {
    try (var sample =
        HostileTextTest.class.getResourceAsStream("/com/gopher/cli/command/sample-report.json")) {
      String text = new String(sample.readAllBytes(), UTF_8);
      String hostile = JsonMapper.shared().writeValueAsString(HOSTILE);
      Files.writeString(file, text.replace("\"resilience\"", hostile));
    }
    return file;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
