package com.gopher.launcher.process;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Asks a broker which brokers its cluster has. An open port alone would not do: a broker opens it
 * before it takes part in the cluster.
 */
record KafkaProbe(URI url) implements Probe {

  private static final int PATIENCE_MILLIS = 3_000;

  @Override
  public boolean isAnswering() {
    return isReady();
  }

  @Override
  public boolean isReady() {
    // Kafka's client would try a dead broker again and again until its patience ends.
    return new PortProbe(url).isAnswering() && hasBrokers();
  }

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
