package com.gopher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file for Compose is what its specification allows. */
class ComposeFileTest {

  @Test
  void itIsWhatTheSpecificationAllows() throws IOException {
    assertThat(mistakes(compose())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mem_limit,memlimit",
    "restart: unless,restrat: unless",
    "read_only: true,read_only: 7"
  })
  void aTypingErrorIsFound(String right, String wrong) throws IOException {
    assertThat(mistakes(compose().replace(right, wrong))).isNotEmpty();
  }

  @Test
  void onlyTheGatewayHasADoorAndOnLoopbackOnly() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              if (name.equals("gateway")) {
                assertThat(service.get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
              } else {
                assertThat(service).as(name).doesNotContainKey("ports");
                assertThat(service.get("networks")).as(name).isEqualTo(List.of("inside"));
              }
            });
  }

  @Test
  void eachSettingOfAProgramOfOursIsOneThatItHas() throws IOException {
    for (String name : List.of("gateway", "shop", "tracker")) {
      Map<String, Object> service = services().get(name);
      KnownSettings known = KnownSettings.of((String) service.get("image"));
      assertThat(((Map<?, ?>) service.get("environment")).keySet())
          .allSatisfy(setting -> assertThat((String) setting).matches(known::has, "is a setting"));
    }
  }

  @Test
  void noSecretStandsInTheFile() throws IOException {
    services()
        .forEach(
            (name, service) ->
                ((Map<?, ?>) service.get("environment"))
                    .forEach(
                        (setting, value) -> {
                          if (((String) setting).matches(".*(PASSWORD|TOKEN)")) {
                            assertThat((String) value).as(name).matches("\\$\\{[A-Z_]+:\\?}");
                          }
                        }));
  }

  private static String compose() throws IOException {
    return DeployFiles.text("compose.yaml");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    return (Map<String, Map<String, Object>>)
        DeployFiles.documents(compose()).get(0).get("services");
  }

  private static List<String> mistakes(String yaml) throws IOException {
    String json = new ObjectMapper().writeValueAsString(DeployFiles.documents(yaml).get(0));
    return schema().validate(json, InputFormat.JSON).stream().map(Objects::toString).toList();
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
