package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** What streams make of their elements when they are reduced or collected. */
final class Collecting {

  private static final String MARK = "\u0002collector ";
  private static final Set<String> WITH_FUNCTIONS =
      Set.of("toMap", "mapping", "collectingAndThen", "reducing", "toUnmodifiableMap");

  private final Functions functions;

  Collecting(Functions functions) {
    this.functions = functions;
  }

  /** A collector as a holder of what it was made with, or null if it is made of no functions. */
  static @Nullable Value collector(String name, List<Value> arguments) {
    if (!WITH_FUNCTIONS.contains(name)) {
      return null;
    }
    List<Value> made = new ArrayList<>();
    made.add(Value.text(MARK + name.replace("Unmodifiable", "")));
    made.addAll(arguments);
    return Value.holder(made);
  }

  /** The result of reducing or collecting, or null if this is something else. */
  @Nullable Value call(String name, Value self, List<Value> arguments) {
    if (!self.isHolder()) {
      return null;
    }
    if (name.equals("reduce")) {
      boolean identity = arguments.size() > 1;
      return reduced(
          self.elements(), identity ? arguments.get(0) : null, arguments.get(identity ? 1 : 0));
    }
    if (name.equals("collect") && arguments.size() == 3) {
      Value container = container(arguments.get(0));
      self.elements()
          .forEach(each -> functions.applied(arguments.get(1), List.of(container, each)));
      return container;
    }
    return name.equals("collect") && isMarked(arguments.get(0))
        ? collected(self, arguments.get(0))
        : null;
  }

  static boolean isMarked(Value how) {
    return how.elements().size() > 1
        && how.elements().get(0).isText()
        && how.elements().get(0).string().startsWith(MARK);
  }

  private @Nullable Value reduced(List<Value> elements, @Nullable Value identity, Value function) {
    Value result = identity;
    for (Value each : elements) {
      result = result == null ? each : functions.applied(function, List.of(result, each));
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private @Nullable Value collected(Value self, Value how) {
    if (!isMarked(how)) {
      return Holders.call("java/util/stream/Stream", "collect", self, List.of(how));
    }
    List<Value> given = how.elements();
    Value first = given.get(1);
    Value last = given.get(given.size() - 1);
    return switch (given.get(0).string().substring(MARK.length())) {
      case "toMap" -> {
        List<Value> pairs = new ArrayList<>();
        for (Value each : self.elements()) {
          pairs.add(known(functions.applied(first, List.of(each))));
          pairs.add(known(functions.applied(given.get(2), List.of(each))));
        }
        yield Value.holder(pairs);
      }
      case "mapping" -> {
        List<Value> mapped = new ArrayList<>();
        self.elements().forEach(each -> mapped.add(known(functions.applied(first, List.of(each)))));
        yield collected(Value.holder(mapped), last);
      }
      case "collectingAndThen" -> {
        Value result = collected(self, first);
        yield result == null ? null : functions.applied(last, List.of(result));
      }
      default -> reduced(self.elements(), given.size() > 2 ? first : null, last);
    };
  }

  private static Value known(@Nullable Value value) {
    return value == null ? Value.unknown(1) : value;
  }

  /** What a reference to a constructor of the Java library makes: a builder, or a collection. */
  private static Value container(Value maker) {
    Value made = Value.unknown(1);
    for (Handle handle : maker.functions().keySet()) {
      if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL && handle.getOwner().contains("String")) {
        made.become(Value.text(""));
        return made;
      }
    }
    made.becomesHolder();
    return made;
  }
}
