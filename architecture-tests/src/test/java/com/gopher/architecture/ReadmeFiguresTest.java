package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The README's three figures are those of the recorded comparison. */
class ReadmeFiguresTest {

  @Test
  void theReadmeHasTheFiguresOfTheRecordedRun() throws IOException {
    JsonNode recorded = new ObjectMapper().readTree(Repository.read("docs/results/compare.json"));

    assertThat(Repository.read("README.md")).contains(String.join("\n", lines(recorded)));
  }

  private static List<String> lines(JsonNode report) {
    JsonNode deploy = experiment(report, "deploy");
    JsonNode ready = comparison(deploy, "start command to first served request");
    JsonNode visible = comparison(experiment(report, "latency"), "visible p50");
    JsonNode resilience = experiment(report, "resilience");
    return List.of(
        text(
            "- Deployed: castle %.0f file and %.0f process, ready after %.1f s; city %.0f files and %.0f processes, ready after %.1f s.",
            figure(deploy, "castle", "files to copy"),
            figure(deploy, "castle", "processes"),
            ready.at("/baselineValue").asDouble(),
            figure(deploy, "city", "files to copy"),
            figure(deploy, "city", "processes"),
            ready.at("/otherValue").asDouble()),
        text(
            "- From the order to the visible parcel, at the median: castle %.0f ms, city %.0f ms.",
            visible.at("/baselineValue").asDouble() / 1000,
            visible.at("/otherValue").asDouble() / 1000),
        text(
            "- Orders accepted while the process that ships is dead: castle %.0f %%, city %.0f %%.",
            figure(resilience, "castle", "accepted in time while it was away"),
            figure(resilience, "city", "accepted in time while it was away")));
  }

  private static String text(String pattern, Object... figures) {
    return String.format(Locale.ROOT, pattern, figures);
  }

  private static JsonNode experiment(JsonNode report, String name) {
    return named(report.at("/experiments"), "/name", name);
  }

  private static JsonNode comparison(JsonNode experiment, String measure) {
    return named(experiment.at("/comparisons"), "/measure", measure);
  }

  private static double figure(JsonNode experiment, String shape, String name) {
    return experiment.at("/shapes").get(shape).get(name).get("value").asDouble();
  }

  private static JsonNode named(JsonNode list, String field, String name) {
    return list.valueStream()
        .filter(it -> it.at(field).asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The recorded comparison has no " + name));
  }
}
