package com.gophershop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Requests made from an OpenAPI document by a small grammar: most of a request fits the document,
 * and some of it is what a broken or malicious client would send. Equal seeds make equal requests.
 */
final class HostileRequests {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "1e309",
          "99999999999999999999",
          "null",
          "\u0000",
          "\ud83d\udc39",
          "\u202egnp.exe",
          "\u3000",
          "../../etc/passwd",
          "%2e%2e/",
          "' OR '1'='1",
          "{{7*7}}",
          "<script>",
          "a,b;c=d",
          "x".repeat(3_000));
  private static final List<String> RAW_TARGETS =
      List.of(
          "%", "%=%", "%00%ff", "%zz", "%c0%af", "//", ";v=1", "?", "#", "\\", "|", "%25%32%65");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/merge-patch+json",
          "text/plain",
          "*/*",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "application/x-www-form-urlencoded",
          "application/json;charset=nope",
          "nonsense",
          ";");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Content-Encoding",
          "Cookie",
          "Expect",
          "Forwarded",
          "If-Modified-Since",
          "If-None-Match",
          "Last-Event-ID",
          "Origin",
          "Range",
          "Sec-Fetch-Site",
          "TE",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override",
          "traceparent");
  private static final List<String> HEADER_VALUES =
      List.of(
          "*", ",", ";", "*/*;q=x", "gzip", "bytes=9-1", "http", "-1", "\"", "=", "\u00ff", "[");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");

  private final JsonNode description;
  private final List<String> paths;
  private final List<String> ids;
  private final Random random;

  /**
   * @param ids what exists and may be asked for
   */
  HostileRequests(JsonNode description, List<String> ids, long seed) {
    this.description = description;
    this.paths = List.copyOf(description.at("/paths").propertyNames());
    this.ids = ids;
    this.random = new Random(seed);
  }

  RawHttp next(int port) {
    String path = any(paths);
    JsonNode operations = description.at("/paths").get(path);
    String method =
        chance(80)
            ? any(List.copyOf(operations.propertyNames())).toUpperCase(Locale.ROOT)
            : any(METHODS);
    JsonNode operation = operations.path(method.toLowerCase(Locale.ROOT));
    RawHttp request = RawHttp.to(port, method, target(path, operation));
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("header") && chance(60)) {
        request.header(parameter.path("name").asString(), headerValue());
      }
    }
    for (int more = random.nextInt(3); more > 0; more--) {
      request.header(any(HEADERS), headerValue());
    }
    if (operation.has("requestBody") ? chance(95) : chance(10)) {
      if (chance(90)) {
        request.header("Content-Type", any(TYPES));
      }
      request.body(body(operation));
    }
    return request;
  }

  private String target(String path, JsonNode operation) {
    StringBuilder target = new StringBuilder();
    for (String segment : path.substring(1).split("/")) {
      target.append('/').append(segment.startsWith("{") ? pathValue() : segment);
    }
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("query") && chance(50)) {
        query.add(parameter.path("name").asString() + "=" + pathValue());
      }
    }
    if (chance(10)) {
      query.add(any(RAW_TARGETS));
    }
    if (chance(5)) {
      target.insert(random.nextInt(target.length()), any(RAW_TARGETS));
    }
    return query.isEmpty() ? target.toString() : target + "?" + String.join("&", query);
  }

  private String pathValue() {
    return chance(40) ? any(ids) : URLEncoder.encode(any(TEXTS), StandardCharsets.UTF_8);
  }

  private String headerValue() {
    return chance(50) ? any(HEADER_VALUES) : any(ids);
  }

  private String body(JsonNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    String valid = schema.isMissingNode() ? "{}" : value(schema);
    return switch (random.nextInt(12)) {
      case 0 -> valid.substring(0, random.nextInt(valid.length()));
      case 1 -> valid + valid;
      case 2 -> "[".repeat(2_000);
      case 3 -> any(TEXTS);
      default -> valid;
    };
  }

  /** A value of the schema; now and then one of another kind. */
  private String value(JsonNode schema) {
    if (schema.has("$ref")) {
      return value(description.at(schema.get("$ref").asString().substring(1)));
    }
    if (chance(4)) {
      return any(List.of("null", "true", "1e400", "-0.5", "{}", "[]", "[null]", "\"\\ud800\""));
    }
    return switch (schema.path("type").asString()) {
      case "object" -> object(schema.path("properties"));
      case "array" -> array(schema.path("items"));
      case "integer", "number" -> any(List.of("1", "2", "0", "-1", "1.5", "2147483648", "1e9"));
      default -> text(schema);
    };
  }

  private String object(JsonNode properties) {
    List<String> members = new ArrayList<>();
    for (String name : properties.propertyNames()) {
      if (chance(97)) {
        members.add("\"%s\":%s".formatted(name, value(properties.get(name))));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String array(JsonNode items) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      values.add(value(items));
    }
    return "[" + String.join(",", values) + "]";
  }

  private String text(JsonNode schema) {
    if (schema.has("example") && chance(70)) {
      return schema.get("example").toString();
    }
    String text = chance(60) ? any(ids) : any(TEXTS);
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
