package com.gopher.advise.traffic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of an access log in the common format of Apache and its relatives, of an access log
 * of JSON objects, or of a text dump of Prometheus.
 */
final class LineReader {

  private static final Pattern COMMON =
      Pattern.compile("\\S+ .*?\\[([^\\]]+)] \"[A-Z]+ (\\S+)[^\"]*\".*");
  private static final DateTimeFormatter COMMON_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
  private static final Pattern METRIC =
      Pattern.compile(
          "[a-z_]*http[a-z_]*requests[a-z_]*(?:_count|_total)\\{(.*)} ([0-9.eE+]+)(?: \\d+)?");
  private static final Pattern PATH_LABEL =
      Pattern.compile("(?:^|,)(?:uri|path|route|handler|http_route)=\"([^\"]*)\"");
  private static final String[] PATHS = {
    "path", "uri", "url", "request_uri", "requestUri", "url.path", "request", "target"
  };
  private static final String[] TIMES = {
    "@timestamp", "timestamp", "time", "ts", "time_iso8601", "time_local"
  };

  private final JsonMapper json = JsonMapper.builder().build();

  /** The request of a line; empty if it is none. */
  Optional<Request> read(String line) {
    if (line.startsWith("{")) {
      return fromJson(line);
    }
    Matcher common = COMMON.matcher(line);
    if (common.matches()) {
      return Optional.of(new Request(path(common.group(2)), minute(common.group(1)), 1));
    }
    Matcher metric = METRIC.matcher(line);
    Matcher label = PATH_LABEL.matcher(metric.matches() ? metric.group(1) : "");
    return label.find()
        ? Optional.of(
            new Request(path(label.group(1)), null, (long) Double.parseDouble(metric.group(2))))
        : Optional.empty();
  }

  private Optional<Request> fromJson(String line) {
    try {
      JsonNode entry = json.readTree(line);
      for (String name : PATHS) {
        String text = text(entry, name);
        if (!text.isEmpty()) {
          String target =
              name.equals("request") ? text.replaceFirst("^[A-Z]+ (\\S+).*", "$1") : text;
          return Optional.of(new Request(path(target), time(entry), 1));
        }
      }
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static @Nullable Long time(JsonNode entry) {
    for (String name : TIMES) {
      String text = text(entry, name);
      if (!text.isEmpty()) {
        return minute(text);
      }
    }
    return null;
  }

  /** A name with a dot is also looked for as an object in an object. */
  private static String text(JsonNode entry, String name) {
    JsonNode value = entry.path(name);
    if (value.isMissingNode() && name.contains(".")) {
      value =
          entry
              .path(name.substring(0, name.indexOf('.')))
              .path(name.substring(name.indexOf('.') + 1));
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isString() ? value.asString() : "";
  }

  private static @Nullable Long minute(String time) {
    try {
      if (time.matches("\\d{10}(?:\\.\\d+)?")) {
        return Long.parseLong(time.substring(0, 10)) / 60;
      }
      if (time.matches("\\d{13}")) {
        return Long.parseLong(time) / 60_000;
      }
      Instant instant =
          time.contains("/")
              ? ZonedDateTime.parse(time, COMMON_TIME).toInstant()
              : OffsetDateTime.parse(time.replace(' ', 'T')).toInstant();
      return instant.getEpochSecond() / 60;
    } catch (DateTimeException unknownForm) {
      return null;
    }
  }

  private static String path(String target) {
    String path = target.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "");
    return path.isEmpty() ? "/" : path;
  }
}
