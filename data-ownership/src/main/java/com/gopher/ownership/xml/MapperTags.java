package com.gopher.ownership.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tags in MyBatis's statements put into the text around them. */
public final class MapperTags {

  private static final Pattern INCLUDED = Pattern.compile("\\$\\{include:([^}]*)}");
  private static final int DEEPEST = 4;

  private MapperTags() {}

  static String opened(XmlElement element) {
    return switch (element.name()) {
      case "where", "set" -> " " + element.name() + " ";
      case "trim" -> " " + element.attribute("prefix") + " ";
      case "foreach" -> " " + element.attribute("open") + " ";
      case "include" -> " ${include:" + element.attribute("refid") + "} ";
      case "selectKey" -> " ; ";
      default -> " ";
    };
  }

  static String closed(XmlElement element) {
    return switch (element.name()) {
      case "foreach" -> " " + element.attribute("close") + " ";
      case "selectKey" -> " ; ";
      default -> " ";
    };
  }

  /** The statement with the fragments of its own file that it includes; others stay unknown. */
  public static String included(String statement, XmlElement root) {
    String text = statement;
    for (int depth = 0; depth < DEEPEST && text.contains("${include:"); depth++) {
      Map<String, String> fragments = fragments(root);
      text =
          INCLUDED
              .matcher(text)
              .replaceAll(
                  found -> {
                    String id = found.group(1).substring(found.group(1).lastIndexOf('.') + 1);
                    return Matcher.quoteReplacement(fragments.getOrDefault(id, " "));
                  });
    }
    return text;
  }

  /** The fragments of a mapper by their ids, each in one line. */
  private static Map<String, String> fragments(XmlElement root) {
    Map<String, String> fragments = new HashMap<>();
    root.children().stream()
        .filter(child -> child.name().equals("sql"))
        .forEach(
            child ->
                fragments.put(
                    child.attribute("id"), " " + child.text().replace('\n', ' ').strip() + " "));
    return fragments;
  }
}
