package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two ports, both on loopback: one for customers, one for operators. */
@ShopTest
class OpenPortsTest {
  @Autowired ShopClient shop;

  @Test
  void theManagementPortOffersWhatOperatorsNeedAndNothingElse() {
    var links = shop.getFromManagement("/actuator").is(200).json().at("/_links");

    assertThat(links.propertyNames())
        .containsExactlyInAnyOrder(
            "self",
            "health",
            "health-path",
            "metrics",
            "metrics-requiredMetricName",
            "modulith",
            "delivery",
            "trials",
            "retirement",
            "publications",
            "publications-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
        "/actuator/metrics", "/actuator/modulith", "/actuator/publications",
        "/actuator/delivery", "/actuator/trials"
      })
  void operatorsAreAnsweredOnTheManagementPortOnly(String path) {
    shop.getFromManagement(path).is(200);
    shop.get(path).isProblem(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "beans",
        "configprops",
        "heapdump",
        "threaddump",
        "loggers",
        "mappings",
        "info",
        "scheduledtasks",
        "conditions",
        "shutdown",
        "flyway",
        "caches",
        "sbom",
        "startup"
      })
  void therestOfTheActuatorIsClosed(String endpoint) {
    shop.getFromManagement("/actuator/" + endpoint).isProblem(404);
    shop.get("/actuator/" + endpoint).isProblem(404);
  }

  @Test
  void theShopItselfIsNotOnTheManagementPort() {
    shop.getFromManagement("/api/products").isProblem(404);
  }

  @Test
  void theModulesAreSeenAsDesigned() {
    assertThat(shop.getFromManagement("/actuator/modulith").is(200).json().propertyNames())
        .containsExactlyInAnyOrder(
            "catalog", "customer", "tracking", "order", "billing", "delivery");
  }

  @Test
  void bothPortsAreOpenOnLoopback() throws IOException {
    connect(InetAddress.getByName("127.0.0.1"), shop.port());
    connect(InetAddress.getByName("127.0.0.1"), shop.managementPort());
  }

  @Test
  void neitherPortIsOpenOnAnyOtherAddress() throws IOException {
    for (InetAddress address : otherAddresses()) {
      for (int port : List.of(shop.port(), shop.managementPort())) {
        assertThatThrownBy(() -> connect(address, port))
            .as("%s:%d", address, port)
            .isInstanceOfAny(ConnectException.class, SocketException.class);
      }
    }
  }

  /** On Linux the last one always exists, and is answered by whoever listens everywhere. */
  private static List<InetAddress> otherAddresses() throws IOException {
    List<InetAddress> addresses = new ArrayList<>();
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .forEach(addresses::add);
    addresses.add(InetAddress.getByName("127.0.0.2"));
    return addresses;
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
    }
  }
}
