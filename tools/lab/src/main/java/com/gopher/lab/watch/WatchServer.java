package com.gopher.lab.watch;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the page on loopback and relays for it: the page talks to nobody else. It shows one shape
 * or two.
 */
public final class WatchServer implements AutoCloseable {

  private static final int THREADS = 8;
  private static final long LOOK_MILLIS = 1_000;
  private static final long LONGEST_REQUEST_SECONDS = 10;

  /** Nobody looks at the processes when no page has asked for this long. */
  private static final long ASKED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "watch.js", "text/javascript; charset=utf-8",
          "watch.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final Map<String, String> POLICIES =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final HttpServer server;
  private final Guard guard;
  private final List<WatchedShape> shapes;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(2);
  private volatile long askedAt = System.nanoTime();

  private WatchServer(HttpServer server, List<WatchedShape> shapes) {
    this.server = server;
    this.shapes = shapes;
    this.guard = new Guard(server.getAddress().getPort());
  }

  /**
   * @param port 0 for any
   * @param directories of the shapes, one or two
   * @throws IOException if the port is taken
   */
  public static WatchServer start(int port, List<DataDirectory> directories, Revival revival)
      throws IOException {
    // By itself this server would wait for ever for a request that was begun.
    System.setProperty("sun.net.httpserver.maxReqTime", "" + LONGEST_REQUEST_SECONDS);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    List<WatchedShape> shapes =
        directories.stream().map(data -> new WatchedShape(data, revival)).toList();
    var watch = new WatchServer(server, shapes);
    shapes.forEach(
        shape ->
            watch.looking.scheduleWithFixedDelay(
                () -> watch.look(shape), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS));
    server.setExecutor(watch.threads);
    server.createContext("/", watch::answer);
    server.start();
    return watch;
  }

  /**
   * The page's address. The token stands behind the hash sign, which a browser keeps to itself:
   * whoever opens the page without it can only look.
   */
  public URI address() {
    return URI.create(
        "http://127.0.0.1:%s/#%s".formatted(server.getAddress().getPort(), guard.token()));
  }

  private void look(WatchedShape shape) {
    if (System.nanoTime() - askedAt < ASKED_WITHIN_NANOS) {
      try {
        shape.look();
      } catch (RuntimeException unreadable) {
        // What is thrown here would end the looking; the page says what was seen last.
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      POLICIES.forEach(exchange.getResponseHeaders()::set);
      try {
        guard.checkName(exchange);
        route(exchange);
      } catch (RefusedException e) {
        refuse(exchange, e.status(), String.valueOf(e.getMessage()));
      } catch (CouldNotRun e) {
        refuse(exchange, 502, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        refuse(exchange, 503, "The server ends. Type ./shop watch again.");
      } catch (RuntimeException e) {
        refuse(exchange, 500, "That is a defect of ./shop watch, please report it: " + e);
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String file = path.equals("/") ? "index.html" : path.substring(1);
    boolean reads = exchange.getRequestMethod().equals("GET");
    boolean writes = exchange.getRequestMethod().equals("POST");
    if (reads && FILES.containsKey(file)) {
      send(exchange, 200, Objects.requireNonNull(FILES.get(file)), bytes(file));
    } else if (reads && path.equals("/api/state")) {
      askedAt = System.nanoTime();
      json(exchange, 200, Map.of("shapes", shapes.stream().map(WatchedShape::state).toList()));
    } else if (writes && List.of("/api/order", "/api/kill", "/api/revive").contains(path)) {
      write(path, guard.checkedBody(exchange));
      json(exchange, 200, Map.of());
    } else {
      throw new RefusedException(404, "There is nothing at this address. The page is at /");
    }
  }

  private void write(String path, JsonNode body) throws InterruptedException {
    if (path.equals("/api/order")) {
      shapes.forEach(WatchedShape::order);
      return;
    }
    int number = body.path("shape").asInt(-1);
    if (number < 0 || number >= shapes.size()) {
      throw new RefusedException(400, "shape must be the number of a shape. Nothing was done.");
    }
    if (path.equals("/api/kill")) {
      shapes.get(number).kill(body.path("process").asString(""));
    } else {
      shapes.get(number).revive();
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(WatchServer.class.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  private static void refuse(HttpExchange exchange, int status, String detail) throws IOException {
    var problem = Map.of("status", status, "detail", detail);
    send(
        exchange,
        status,
        "application/problem+json",
        JsonMapper.shared().writeValueAsBytes(problem));
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, "application/json", JsonMapper.shared().writeValueAsBytes(body));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** What runs in the data directories goes on. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    looking.shutdownNow();
    shapes.forEach(WatchedShape::close);
  }
}
