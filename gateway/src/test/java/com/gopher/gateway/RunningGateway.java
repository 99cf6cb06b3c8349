package com.gopher.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A gateway on a free port, and a client that calls it. */
final class RunningGateway implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ConfigurableApplicationContext application;

  private RunningGateway(Class<?> application, List<String> settings) {
    var all = new ArrayList<>(settings);
    all.add("--server.port=0");
    all.add("--management.server.port=-1");
    this.application = new SpringApplicationBuilder(application).run(all.toArray(String[]::new));
  }

  /** Ours, before these addresses. */
  static RunningGateway before(String shop, List<String> trackers, String... more) {
    var settings = new ArrayList<>(List.of(more));
    settings.add(instance("shop", 0, shop));
    for (int number = 0; number < trackers.size(); number++) {
      settings.add(instance("tracker", number, trackers.get(number)));
    }
    return new RunningGateway(Gateway.class, settings);
  }

  /** The library as it is, without a line of ours. */
  static RunningGateway bare(Class<?> application, String... settings) {
    var all = new ArrayList<>(List.of(settings));
    // What goes wrong is asserted, and a stream that it does not end should not be waited for.
    all.addAll(List.of("--logging.level.root=OFF", "--server.shutdown=immediate"));
    return new RunningGateway(application, all);
  }

  /** Settings, and more of them. */
  static String[] and(String[] settings, String... more) {
    var all = new ArrayList<>(List.of(settings));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String instance(String service, int number, String url) {
    return "--spring.cloud.discovery.client.simple.instances.%s[%s].uri=%s"
        .formatted(service, number, url);
  }

  /** An address at which nobody answers. */
  static String nobody() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  int port() {
    return Integer.parseInt(
        String.valueOf(application.getEnvironment().getProperty("local.server.port")));
  }

  /** As the running program has it. */
  <T> T setting(String name, Class<T> type) {
    return application.getEnvironment().getRequiredProperty(name, type);
  }

  GatewayProperties settings() {
    return application.getBean(GatewayProperties.class);
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What it does first when it ends. */
  void announceItsEnd() {
    application.publishEvent(new ContextClosedEvent(application));
  }

  /** Takes no more requests, as a server does that ends. */
  void pause() {
    var server = (TomcatWebServer) ((WebServerApplicationContext) application).getWebServer();
    server.getTomcat().getConnector().pause();
  }

  @Override
  public void close() {
    application.close();
  }
}
