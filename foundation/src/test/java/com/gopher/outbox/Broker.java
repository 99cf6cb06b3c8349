package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;

/** A real broker in a process of its own, so that it can be killed and frozen like one. */
final class Broker implements AutoCloseable {

  private final int port;
  private final Path settings;
  private JavaProcess process;

  Broker(Path directory) throws IOException {
    int controllerPort;
    try (var one = freePort();
        var other = freePort()) {
      port = one.getLocalPort();
      controllerPort = other.getLocalPort();
    }
    settings = directory.resolve("server.properties");
    try (var template = Broker.class.getResourceAsStream("/server.properties")) {
      Files.writeString(
          settings,
          new String(template.readAllBytes())
              .replace("${kafka.port}", String.valueOf(port))
              .replace("${controller.port}", String.valueOf(controllerPort))
              .replace("${data.directory}", directory.resolve("kafka").toString()));
    }
    var format =
        JavaProcess.start(
            "kafka.tools.StorageTool",
            List.of("format", "--cluster-id", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", settings.toString()));
    assertThat(format.exitValue()).as("formatting").isZero();
    start();
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void start() throws IOException {
    process = JavaProcess.start("kafka.Kafka", List.of(settings.toString()));
    await().atMost(Duration.ofSeconds(90)).until(this::answers);
  }

  private boolean answers() throws InterruptedException {
    try (var admin = admin()) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000));
  }

  /** Creates a topic of three partitions that takes records up to the given size. */
  Topic topic(String name, int largestRecord) {
    var topic =
        new NewTopic(name, 3, (short) 1)
            .configs(Map.of("max.message.bytes", String.valueOf(largestRecord)));
    try (var admin = admin()) {
      // A broker just thawed may be held for dead for a moment.
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsMatching(e -> e.getCause() instanceof InvalidReplicationFactorException)
          .until(
              () -> {
                admin.createTopics(List.of(topic)).all().get(15, TimeUnit.SECONDS);
                return true;
              });
    }
    return new Topic(this, name);
  }

  Topic topic(String name) {
    return topic(name, 1_000_000);
  }

  /** Lets the topic take larger records than before. */
  void allow(Topic topic, int largestRecord) throws Exception {
    var change =
        new AlterConfigOp(
            new ConfigEntry("max.message.bytes", String.valueOf(largestRecord)),
            AlterConfigOp.OpType.SET);
    try (var admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), List.of(change)))
          .all()
          .get(15, TimeUnit.SECONDS);
    }
  }

  void kill() {
    process.kill();
  }

  void freeze() throws Exception {
    process.freeze();
  }

  void thaw() throws Exception {
    process.thaw();
  }

  @Override
  public void close() {
    process.kill();
  }
}
