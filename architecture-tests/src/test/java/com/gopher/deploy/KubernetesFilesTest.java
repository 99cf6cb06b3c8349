package com.gopher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are what Kubernetes' types allow, and hold together. */
class KubernetesFilesTest {

  private static final String CASTLE = "kubernetes/castle.yaml";
  private static final String CITY = "kubernetes/city.yaml";

  private final KubernetesModel model = new KubernetesModel();

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void itHasNoFieldThatKubernetesDoesNotKnow(String file) {
    assertThat(model.read(DeployFiles.text(file))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "readinessProbe,readynessProbe",
    "replicas: 2,replicas: two",
    "runAsNonRoot,runAsNotRoot",
    "kind: Service,kind: Servise"
  })
  void aTypingErrorIsFound(String right, String wrong) {
    String planted = DeployFiles.text(CASTLE).replace(right, wrong);

    assertThatThrownBy(() -> model.read(planted)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void eachServiceFindsItsPodsAndNoManagementPort(String file) {
    for (Service service : all(file, Service.class)) {
      Deployment behind =
          all(file, Deployment.class).stream()
              .filter(deployment -> labels(deployment).equals(service.getSpec().getSelector()))
              .findFirst()
              .orElseThrow();
      assertThat(service.getSpec().getPorts())
          .extracting(ServicePort::getTargetPort)
          .extracting(IntOrString::getStrVal)
          .containsExactly("http");
      assertThat(container(behind).getPorts())
          .extracting(ContainerPort::getName)
          .contains("http", "management");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void noProgramMayDoMoreThanItNeeds(String file) {
    for (Deployment deployment : all(file, Deployment.class)) {
      Container container = container(deployment);
      assertThat(
              deployment.getSpec().getTemplate().getSpec().getSecurityContext().getRunAsNonRoot())
          .isTrue();
      assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
      assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
      assertThat(container.getResources().getLimits()).containsKey("memory");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void eachProgramIsAskedWhetherItIsReady(String file) {
    for (Deployment deployment : all(file, Deployment.class)) {
      Container container = container(deployment);
      assertThat(
              Stream.of(
                  container.getStartupProbe(),
                  container.getLivenessProbe(),
                  container.getReadinessProbe()))
          .extracting(Probe::getHttpGet)
          .allSatisfy(
              asked -> {
                assertThat(asked.getPort().getStrVal()).isEqualTo("management");
                assertThat(asked.getPath()).startsWith("/actuator/health/");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void noSecretStandsInTheFile(String file) {
    for (Deployment deployment : all(file, Deployment.class)) {
      assertThat(container(deployment).getEnv())
          .filteredOn(setting -> setting.getName().matches(".*(PASSWORD|TOKEN|USERNAME)"))
          .allSatisfy(setting -> assertThat(setting.getValueFrom().getSecretKeyRef()).isNotNull());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void eachSettingIsOneThatTheProgramHas(String file) throws IOException {
    for (Deployment deployment : all(file, Deployment.class)) {
      KnownSettings known = KnownSettings.of(container(deployment).getImage());
      assertThat(container(deployment).getEnv())
          .allSatisfy(setting -> assertThat(setting.getName()).matches(known::has, "is a setting"));
    }
  }

  @Test
  void aSettingThatNoProgramHasIsFound() throws IOException {
    assertThat(KnownSettings.of("gopher-shop:1").has("SHOP_DELIVRY")).isFalse();
    assertThat(KnownSettings.of("gopher-shop:1").has("SHOP_DELIVERY")).isTrue();
    assertThat(KnownSettings.of("gateway:1").has("SHOP_DELIVERY")).isFalse();
  }

  /** PostgreSQL as it is shipped allows 100 connections and keeps three of them for itself. */
  @ParameterizedTest
  @ValueSource(strings = {CASTLE, CITY})
  void allConnectionsTogetherFitAServerAsItIsShipped(String file) throws IOException {
    assertThat(connections(file, Map.of())).isLessThanOrEqualTo(97);
  }

  @Test
  void withTheProgramsOwnDefaultsTheyWouldNot() throws IOException {
    assertThat(connections(CITY, Map.of("SHOP_CONNECTIONS_PER_MODULE", 8))).isGreaterThan(97);
  }

  private int connections(String file, Map<String, Integer> instead) throws IOException {
    int sum = 0;
    for (Deployment deployment : all(file, Deployment.class)) {
      String program = container(deployment).getName();
      int ofOne =
          switch (program) {
            case "shop" ->
                logins() * setting(deployment, "SHOP_CONNECTIONS_PER_MODULE", 8, instead);
            case "tracker" -> setting(deployment, "TRACKER_CONNECTIONS", 8, instead);
            default -> 0;
          };
      sum += deployment.getSpec().getReplicas() * ofOne;
    }
    return sum;
  }

  /** One for each schema of a module, and one for the registry of events. */
  private static int logins() throws IOException {
    try (Stream<Path> files = Files.walk(DeployFiles.ROOT.resolve("monolith/src/main/java"))) {
      long schemas =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .filter(file -> DeployFiles.read(file).contains("@OwnsSchema("))
              .count();
      return (int) schemas + 1;
    }
  }

  private static int setting(
      Deployment deployment, String name, int standard, Map<String, Integer> instead) {
    return container(deployment).getEnv().stream()
        .filter(variable -> variable.getName().equals(name) && !instead.containsKey(name))
        .findFirst()
        .map(variable -> Integer.parseInt(variable.getValue()))
        .orElse(instead.getOrDefault(name, standard));
  }

  private <T extends HasMetadata> List<T> all(String file, Class<T> type) {
    return model.read(DeployFiles.text(file)).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Map<String, String> labels(Deployment deployment) {
    return deployment.getSpec().getTemplate().getMetadata().getLabels();
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
  }
}
