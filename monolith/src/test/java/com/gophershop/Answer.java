package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop answered, in text and as JSON. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** The text at a JSON pointer such as {@code /total/amount}. */
  public String text(String pointer) {
    return json().at(pointer).asString();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Asserts the status first of all, and shows the body if it is another. */
  public Answer is(int expected) {
    assertThat(status).as("status of %s", body).isEqualTo(expected);
    return this;
  }

  /** Asserts a problem detail that gives nothing away about the program behind it. */
  public Answer isProblem(int expected) {
    is(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().at("/status").asInt()).isEqualTo(expected);
    assertThat(json().at("/title").asString()).isNotBlank();
    assertGivesNothingAway();
    return this;
  }

  /** No class name, no stack trace, no SQL. */
  public void assertGivesNothingAway() {
    assertThat(body)
        .doesNotContain("Exception", "\tat ", "trace", "SELECT", "INSERT", "Caused by")
        .doesNotContainPattern("\\b(java|javax|jakarta|org|com|tools)\\.[a-z]+\\.[A-Za-z]");
  }
}
