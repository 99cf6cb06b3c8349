package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;

/**
 * What is known of a value on the stack: the texts it can be, the elements it holds, or nothing. A
 * value is mutable where its Java object is (a builder, an array, a collection), so that all who
 * hold it see the change.
 */
final class Value implements org.objectweb.asm.tree.analysis.Value {

  /** More ways than these through one method are cut to the longest texts, which carry the most. */
  private static final int MOST_TEXTS = 32;

  /** Each supplier has as many, as none is cut for another's sake; this is for all together. */
  private static final int MOST_SUPPLIED = 1_024;

  /**
   * What is put together from two values with many texts each is looked at no further than this.
   */
  private static final int MOST_JOINED = 2_048;

  private static final int LONGEST = 60_000;

  private final int size;
  private Set<Text> texts;
  private boolean builder;
  private @Nullable List<Value> elements;
  private boolean joiner;
  private Map<Handle, List<Value>> functions = Map.of();
  private @Nullable Supplier asked;
  private @Nullable Made made;
  private @Nullable Value next;

  private Value(int size, Set<Text> texts) {
    this.size = size;
    this.texts = texts;
  }

  static Value unknown(int size) {
    return new Value(size, Set.of());
  }

  static Value text(String text) {
    return new Value(1, Set.of(Text.of(text)));
  }

  static Value texts(Collection<Text> texts) {
    return new Value(1, bounded(texts));
  }

  static Value number(Object number) {
    return new Value(
        number instanceof Long || number instanceof Double ? 2 : 1,
        Set.of(Text.of(String.valueOf(number))));
  }

  static Value holder(Collection<Value> elements) {
    Value value = unknown(1);
    value.elements = new ArrayList<>(elements);
    return value;
  }

  static Value lambda(Handle implementation, List<Value> captured) {
    Value value = unknown(1);
    value.functions = Map.of(implementation, List.copyOf(captured));
    return value;
  }

  /** Something that others know: who calls the method, or who implements it. */
  static Value askedOf(Supplier others, int size) {
    Value value = unknown(size);
    value.asked = others;
    return value;
  }

  /**
   * An object that the code makes at one place.
   *
   * @param type internal name of its class
   * @param object what tells its texts from those of the class's other objects, or null if it is
   *     given none
   */
  record Made(String type, @Nullable Supplier object) {}

  @Override
  public int getSize() {
    return size;
  }

  boolean isText() {
    return !texts.isEmpty();
  }

  boolean isHolder() {
    return elements != null;
  }

  /** Who knows more of this value, if its callers or its sub classes do. */
  @Nullable Supplier asked() {
    return asked;
  }

  boolean isKnown() {
    return isText() || elements != null && !elements.isEmpty() || !functions.isEmpty();
  }

  /** Which object this is, if that is known. */
  @Nullable Made made() {
    return made;
  }

  void becomes(Made object) {
    made = object;
  }

  /** What of this an object's field holds, if it is known which object. */
  Value of(@Nullable Supplier object) {
    if (object == null || texts.isEmpty() && elements == null) {
      return this;
    }
    Value own = snapshot();
    own.texts = new LinkedHashSet<>();
    for (Text text : texts) {
      Text ofObject = text.of(object);
      if (ofObject != null) {
        own.texts.add(ofObject);
      }
    }
    if (elements != null) {
      own.elements = new ArrayList<>();
      elements.forEach(element -> own.addElement(element.of(object)));
    }
    return own;
  }

  /** The function that is asked with the answer of this one, or null. */
  @Nullable Value next() {
    return next;
  }

  /** This function, and after it the other one. */
  Value andThen(Value other) {
    Value both = unknown(1);
    both.functions = functions;
    both.next = next == null ? other : next.andThen(other);
    return both;
  }

  /** The functions that this value may be, each with what it has captured. */
  Map<Handle, List<Value>> functions() {
    return functions;
  }

  /** The texts this value may be; what is not known is a hole. */
  Set<Text> texts() {
    if (!texts.isEmpty()) {
      return texts;
    }
    if (joiner) {
      return Strings.joined(this).texts();
    }
    Text hole = Text.of(String.valueOf(SqlText.HOLE));
    return Set.of(asked == null ? hole : hole.suppliedBy(asked));
  }

  /** One of the texts that this value may be, without its suppliers. */
  String string() {
    return texts().iterator().next().string();
  }

  List<Value> elements() {
    return elements == null ? List.of() : elements;
  }

  /** Everything of text in here, at any depth. */
  Set<Text> allTexts() {
    Set<Text> all = new LinkedHashSet<>(texts);
    collect(all, 0);
    return all;
  }

  private void collect(Set<Text> into, int depth) {
    if (depth < 4) {
      for (Value element : elements()) {
        into.addAll(element.texts);
        element.collect(into, depth + 1);
      }
    }
  }

  /** From now on this is a joiner, which is its joined text wherever a text is wanted. */
  void becomesJoiner() {
    joiner = true;
  }

  /** Any one of the elements; of rows that are alike, one with any of what stands at each place. */
  Value anyElement() {
    Value any = elements().isEmpty() && asked != null ? askedOf(asked, 1) : unknown(1);
    for (Value element : elements()) {
      boolean rows = any.isHolder() && any.elements().size() == element.elements().size();
      any = rows ? any.rowOr(element) : any.or(element);
    }
    return any;
  }

  private Value rowOr(Value other) {
    List<Value> either = new ArrayList<>();
    for (int i = 0; i < elements().size(); i++) {
      either.add(elements().get(i).or(other.elements().get(i)));
    }
    return holder(either);
  }

  /** From now on this holds elements, at first none. */
  void becomesHolder() {
    if (elements == null) {
      elements = new ArrayList<>();
    }
  }

  /** What other code has made of this builder or collection, on any of its ways. */
  void becameOneOf(Value changed) {
    if (changed != this) {
      texts = changed.texts;
      elements = changed.elements == null ? null : new ArrayList<>(changed.elements);
    }
  }

  /** Whether other code can change what is known of this. */
  boolean isChangeable() {
    return builder || elements != null;
  }

  void addFirstElement(Value element) {
    becomesHolder();
    if (elements != null && elements.size() < 256) {
      elements.add(0, element);
    }
  }

  void addElement(Value element) {
    if (elements == null) {
      elements = new ArrayList<>();
    }
    if (elements.size() < 256) {
      elements.add(element);
    }
  }

  /**
   * @param index where the element goes; below 0 if that is not known: then it may be anywhere
   */
  void setElement(int index, Value element) {
    if (elements != null && index >= 0 && index < elements.size()) {
      elements.set(index, element);
    } else if (elements != null && index < 0 && !elements.isEmpty()) {
      elements.replaceAll(each -> each.or(element));
    } else {
      addElement(element);
    }
  }

  /** The builder now holds what the other value may be. */
  void become(Value other) {
    builder = true;
    texts = other.texts;
    elements = other.elements == null ? null : new ArrayList<>(other.elements);
  }

  Value map(UnaryOperator<Text> change) {
    if (!isText() && asked != null) {
      return this;
    }
    return isText() ? texts(texts.stream().map(change).toList()) : unknown(1);
  }

  /** Each of these texts before each of the others, but for those of different objects. */
  Value concat(Value next) {
    List<Text> joined = new ArrayList<>();
    for (Text left : texts()) {
      for (Text right : next.texts()) {
        if (joined.size() < MOST_JOINED && !left.isOtherObjects(right)) {
          joined.add(left.concat(right));
        }
      }
    }
    return texts(joined);
  }

  /** The same value as this supplier hands it over; a builder stays the same builder. */
  Value suppliedBy(Supplier supplier) {
    if (texts.isEmpty() && elements == null) {
      return this;
    }
    Set<Text> supplied = new LinkedHashSet<>();
    texts.forEach(text -> supplied.add(text.suppliedBy(supplier)));
    if (builder) {
      texts = supplied;
      return this;
    }
    Value copy = snapshot();
    copy.texts = supplied;
    if (elements != null) {
      copy.elements = new ArrayList<>();
      elements.forEach(element -> copy.addElement(element.suppliedBy(supplier)));
    }
    return copy;
  }

  /** The same value as a field keeps it. */
  Value kept() {
    if (texts.stream().allMatch(text -> text.parts().isEmpty())) {
      return this;
    }
    Value copy = snapshot();
    copy.texts = new LinkedHashSet<>();
    texts.forEach(text -> copy.texts.add(text.kept()));
    return copy;
  }

  Value or(Value other) {
    if (other == this) {
      return this;
    }
    Value merged = new Value(size, union(texts, other.texts));
    if (elements != null || other.elements != null) {
      LinkedHashSet<Value> all = new LinkedHashSet<>(elements());
      all.addAll(other.elements());
      merged.elements = new ArrayList<>(all);
    }
    merged.functions = Functions.either(functions, other.functions);
    merged.next = next == null ? other.next : next;
    merged.joiner = joiner || other.joiner;
    merged.asked = asked == null ? other.asked : asked;
    merged.builder = builder || other.builder;
    merged.made = made != null && made.equals(other.made) ? made : null;
    return merged;
  }

  /** A copy that later changes of this value do not reach. */
  Value snapshot() {
    if (elements == null && texts.isEmpty()) {
      return this;
    }
    Value copy = new Value(size, texts);
    copy.elements = elements == null ? null : new ArrayList<>(elements);
    copy.functions = functions;
    copy.next = next;
    copy.joiner = joiner;
    copy.asked = asked;
    copy.builder = builder;
    copy.made = made;
    return copy;
  }

  /** Loops come by again and again with nothing new: only what is more than before is bounded. */
  private static Set<Text> union(Set<Text> texts, Set<Text> others) {
    if (texts == others || texts.containsAll(others)) {
      return texts;
    }
    Set<Text> both = new LinkedHashSet<>(texts);
    both.addAll(others);
    return both.size() == others.size() ? others : bounded(both);
  }

  private static Set<Text> bounded(Collection<Text> texts) {
    Set<Text> distinct = new LinkedHashSet<>();
    texts.forEach(
        text -> distinct.add(text.string().length() > LONGEST ? text.substring(0, LONGEST) : text));
    if (distinct.size() <= MOST_TEXTS) {
      return distinct;
    }
    Map<Object, Integer> counts = new HashMap<>();
    return new LinkedHashSet<>(
        distinct.stream()
            .sorted(Comparator.comparing((Text text) -> text.string().length()).reversed())
            .filter(text -> counts.merge(suppliers(text), 1, Integer::sum) <= MOST_TEXTS)
            .limit(MOST_SUPPLIED)
            .toList());
  }

  private static Object suppliers(Text text) {
    return text.parts().stream().map(Text.Part::supplier).toList();
  }
}
