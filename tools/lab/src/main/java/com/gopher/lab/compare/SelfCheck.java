package com.gopher.lab.compare;

import com.gopher.lab.compare.report.Report.LoadCheck;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * What the load generator costs and how punctual it is, against a server that does next to nothing:
 * without it no figure could be judged.
 */
final class SelfCheck {

  private static final double RATE = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration RUN = Duration.ofSeconds(4);
  private static final int MOST_CALLERS = 64;
  private static final String ORDER = "{\"lines\":[{\"sku\":\"BOOK-1\",\"quantity\":1}]}";

  private SelfCheck() {}

  static LoadCheck run() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(201, ORDER.length());
          exchange.getResponseBody().write(ORDER.getBytes());
          exchange.close();
        });
    server.start();
    try {
      var load =
          new OpenLoop(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort()), MOST_CALLERS);
      run(load, WARM_UP);
      LoadRecord record = run(load, RUN);
      return new LoadCheck(
          RATE,
          record.generatorShareOfACore(),
          record.scheduleError().getValueAtPercentile(99) / 1e3);
    } finally {
      server.stop(0);
    }
  }

  private static LoadRecord run(OpenLoop load, Duration duration) throws InterruptedException {
    return load.run(
        RATE,
        duration,
        (connection, number) -> Answered.expecting(201, connection.post("/api/orders", ORDER)));
  }
}
