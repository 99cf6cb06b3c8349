package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lists, maps, streams and optionals do to the texts that they hold. */
final class Holders {

  private static final Set<String> HOLDS =
      Set.of(
          "java/util/List",
          "java/util/Set",
          "java/util/Arrays",
          "java/util/stream/Stream",
          "java/util/Map",
          "java/util/Collections",
          "java/util/Optional",
          "java/util/Map$Entry",
          "java/util/Objects",
          "java/util/EnumSet");

  private static final Set<String> MAKES_HOLDER =
      Set.of(
          "of",
          "asList",
          "copyOf",
          "ofEntries",
          "entry",
          "singletonList",
          "singleton",
          "unmodifiableList",
          "stream",
          "ofNullable",
          "concat",
          "singletonMap");
  private static final Set<String> ADDS =
      Set.of(
          "<init>",
          "add",
          "addLast",
          "offer",
          "put",
          "setProperty",
          "putIfAbsent",
          "addAll",
          "putAll",
          "set");
  private static final Set<String> TAKES_OUT =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "next",
          "getOrDefault",
          "getProperty",
          "getValue",
          "getKey",
          "poll",
          "pop",
          "remove",
          "orElse",
          "orElseThrow",
          "findFirst",
          "findAny",
          "orElseGet",
          "peek",
          "nextElement");
  private static final Set<String> KEEPS =
      Set.of(
          "iterator",
          "listIterator",
          "stream",
          "parallelStream",
          "toList",
          "toArray",
          "values",
          "entrySet",
          "keySet",
          "subList",
          "filter",
          "distinct",
          "sorted",
          "limit",
          "skip",
          "reversed",
          "spliterator",
          "asIterator");

  private static final Pattern COLLECTION =
      Pattern.compile("java/util/.*(List|Set|Map|Deque|Queue|Vector|Stack|Properties|Hashtable)");
  private static final Set<String> WITH_DEFAULT = Set.of("orElse", "getOrDefault", "getProperty");

  private Holders() {}

  /** An array of this length, as far as that is known. */
  static Value array(Value length) {
    String text = length.isText() ? length.string() : "";
    List<Value> elements = new ArrayList<>();
    int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    for (int i = 0; i < size; i++) {
      elements.add(Value.unknown(1));
    }
    return Value.holder(elements);
  }

  /** The result of a call on a holder, or of one that makes a holder; null if it is not known. */
  static @Nullable Value call(
      String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (self == null && name.equals("addAll")) {
      flattened(arguments.subList(1, arguments.size())).forEach(arguments.get(0)::addElement);
      return Value.unknown(1);
    }
    if (self == null) {
      boolean makes = HOLDS.contains(owner) && MAKES_HOLDER.contains(name);
      return makes ? Value.holder(flattened(arguments)) : null;
    }
    if (name.equals("<init>") && COLLECTION.matcher(owner).matches()) {
      self.becomesHolder();
    }
    if (name.equals("addFirst") || name.equals("push") || name.equals("offerFirst")) {
      self.addFirstElement(arguments.get(0));
      return self;
    }
    if (ADDS.contains(name)) {
      flattened(arguments).forEach(self::addElement);
      return self;
    }
    Value ofMap = MapParts.call(owner, name, self);
    if (ofMap != null) {
      return ofMap;
    }
    if (TAKES_OUT.contains(name)) {
      return element(name, self, arguments);
    }
    if (name.equals("collect") && arguments.size() == 1 && !Collecting.isMarked(arguments.get(0))) {
      return collected(self, arguments.get(0));
    }
    return KEEPS.contains(name) ? self : null;
  }

  private static Value collected(Value self, Value how) {
    boolean joins = how.isHolder() && how.elements().stream().allMatch(Value::isText);
    return joins && how.elements().size() != 0
        ? joinCollected(self, how.elements())
        : joins ? joinAll(Value.text(""), self.elements()) : self;
  }

  private static Value element(String name, Value self, List<Value> arguments) {
    boolean byKey = name.equals("get") || name.equals("getProperty");
    if (byKey && arguments.size() == 1 && arguments.get(0).isText()) {
      String index = arguments.get(0).string();
      List<Value> elements = self.elements();
      if (index.matches("\\d{1,3}") && Integer.parseInt(index) < elements.size()) {
        return elements.get(Integer.parseInt(index));
      }
      Value found = underKey(self, index);
      if (found != null) {
        return found;
      }
    }
    Value any = self.isHolder() ? self.anyElement() : self;
    boolean other = WITH_DEFAULT.contains(name) && !arguments.isEmpty();
    Value otherwise = other ? arguments.get(arguments.size() - 1) : any;
    boolean isDefault = other && (arguments.size() > 1 || name.equals("orElse"));
    return isDefault && otherwise.isKnown() ? any.or(otherwise) : any;
  }

  /** What follows this key in a map, whose elements are keys and values in turn; or null. */
  static @Nullable Value underKey(Value map, String key) {
    List<Value> elements = map.elements();
    for (int i = 0; i + 1 < elements.size(); i++) {
      if (elements.get(i).isText() && isOne(elements.get(i), key)) {
        return elements.get(i + 1);
      }
    }
    return null;
  }

  private static Value joinCollected(Value self, List<Value> how) {
    Value joined = joinAll(how.get(0), self.elements());
    return how.size() < 3 ? joined : how.get(1).concat(joined).concat(how.get(2));
  }

  private static List<Value> flattened(List<Value> arguments) {
    List<Value> flat = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument.isHolder() && !argument.isText()) {
        flat.addAll(argument.elements());
      } else {
        flat.add(argument);
      }
    }
    return flat;
  }

  static Value join(Value delimiter, Value parts) {
    return parts.isHolder() ? joinAll(delimiter, parts.elements()) : Value.unknown(1);
  }

  static Value joinAll(Value delimiter, List<Value> parts) {
    Value joined = Value.text("");
    boolean first = true;
    for (Value part : parts) {
      joined = first ? joined.concat(part) : joined.concat(delimiter).concat(part);
      first = false;
    }
    return joined;
  }

  /** Whether the value may be this text. */
  static boolean isOne(Value value, String text) {
    return value.texts().stream().anyMatch(each -> each.string().equals(text));
  }
}
