package com.gopher.launcher.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks a process how it is; never throws, and answers within seconds. */
public final class Probe {

  private static final int PATIENCE_MILLIS = 3_000;

  private final URI url;
  private final @Nullable URI managementUrl;

  private Probe(URI url, @Nullable URI managementUrl) {
    this.url = url;
    this.managementUrl = managementUrl;
  }

  /**
   * @param managementUrl of a Spring Boot application; null for a broker, or whatever else has only
   *     a port
   */
  public static Probe of(URI url, @Nullable URI managementUrl) {
    return new Probe(url, managementUrl);
  }

  /** True if it answers at all. A process that runs and does not answer is as good as dead. */
  public boolean isAnswering() {
    return managementUrl == null ? isReady() : isWell(managementUrl, "liveness");
  }

  /** True if it can serve its users now. */
  public boolean isReady() {
    if (managementUrl != null) {
      return isWell(managementUrl, "readiness");
    }
    return acceptsConnections() && (!"kafka".equals(url.getScheme()) || hasBrokers());
  }

  /**
   * The JDK's old client on purpose: a client with its own threads would double the launcher's
   * start.
   */
  private static boolean isWell(URI managementUrl, String group) {
    try {
      var connection =
          (HttpURLConnection)
              managementUrl.resolve("/actuator/health/" + group).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setUseCaches(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private boolean acceptsConnections() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), PATIENCE_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /**
   * An open port alone would not do: a broker opens it before it takes part in the cluster. It is
   * looked at first, because Kafka's client would try a dead broker again and again until its
   * patience ends.
   */
  private boolean hasBrokers() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, url.getAuthority(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException | KafkaException noAnswer) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
