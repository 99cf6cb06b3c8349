package com.gopher.ownership.read;

import com.gopher.ownership.locate.ResourceFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What migrations may write as {@code ${name}}, as far as application properties tell. */
public final class Placeholders {

  private static final Pattern USE = Pattern.compile("\\$\\{([\\w:.-]+)}");

  private final Map<String, String> values = new HashMap<>();

  public Placeholders(Collection<ResourceFile> resources) {
    for (ResourceFile resource : resources) {
      if (resource.hasExtension("yml", "yaml")) {
        YamlLines.forEach(resource.text(), (key, value, line) -> put(key, value));
      } else if (resource.hasExtension("properties")) {
        resource.text().lines().forEach(this::line);
      }
    }
  }

  /**
   * The text with each known placeholder replaced, every line in its place. The own default schema
   * is left out.
   */
  public String resolve(String text) {
    return USE.matcher(text.replaceAll("\"?\\$\\{flyway:defaultSchema}\"?\\.", ""))
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  private void line(String line) {
    int split = line.indexOf('=');
    if (split > 0) {
      put(line.substring(0, split).strip(), line.substring(split + 1).strip());
    }
  }

  private void put(String key, String value) {
    int at = key.indexOf("placeholders.");
    if (at >= 0) {
      values.putIfAbsent(key.substring(at + "placeholders.".length()), value);
    }
  }
}
