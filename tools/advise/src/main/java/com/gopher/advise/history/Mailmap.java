package com.gopher.advise.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which identities are one person, as a repository's {@code .mailmap} says. Its four forms are
 * those of git: a proper name, a proper address, or both, for a commit's address, or for its name
 * and address.
 */
final class Mailmap {

  private static final Pattern LINE =
      Pattern.compile("\\s*([^<#]*)<([^>]*)>\\s*(?:([^<]*)<([^>]*)>)?.*");

  private final Map<String, Person> persons = new HashMap<>();

  /** Who somebody is; an empty part is as the commit says it. */
  private record Person(String name, String address) {}

  static Mailmap parse(String text) {
    Mailmap map = new Mailmap();
    text.lines().filter(line -> !line.strip().startsWith("#")).forEach(map::add);
    return map;
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return;
    }
    String name = parts.group(1).strip();
    if (parts.group(4) == null) {
      persons.put(key("", parts.group(2)), new Person(name, ""));
    } else {
      persons.put(
          key(parts.group(3).strip(), parts.group(4)), new Person(name, parts.group(2).strip()));
    }
  }

  /**
   * What all identities of a person have in common: the address, without regard to case and to the
   * number that a code host puts before a name; or the name, where the map gives no address.
   */
  String identity(String name, String address) {
    Person person = persons.get(key(name, address));
    if (person == null) {
      person = persons.get(key("", address));
    }
    if (person != null && !person.address().isEmpty()) {
      return plain(person.address());
    }
    if (person != null && !person.name().isEmpty()) {
      return "name " + person.name().toLowerCase(Locale.ROOT);
    }
    return address.isBlank() ? "name " + name.toLowerCase(Locale.ROOT) : plain(address);
  }

  private static String key(String name, String address) {
    return (name + "\n" + address.strip()).toLowerCase(Locale.ROOT);
  }

  private static String plain(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith("@users.noreply.github.com") ? lower.replaceFirst("^\\d+\\+", "") : lower;
  }
}
