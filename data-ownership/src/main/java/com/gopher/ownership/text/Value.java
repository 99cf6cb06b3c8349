package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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

  private static final int LONGEST = 60_000;

  private final int size;
  private Set<String> texts;
  private @Nullable List<Value> elements;
  private @Nullable Handle lambda;
  private List<Value> captured = List.of();
  private boolean parameter;

  private Value(int size, Set<String> texts) {
    this.size = size;
    this.texts = texts;
  }

  static Value unknown(int size) {
    return new Value(size, Set.of());
  }

  static Value text(String text) {
    return new Value(1, Set.of(text));
  }

  static Value texts(Collection<String> texts) {
    return new Value(1, bounded(texts));
  }

  static Value number(Object number) {
    return new Value(
        number instanceof Long || number instanceof Double ? 2 : 1, Set.of(String.valueOf(number)));
  }

  static Value holder(Collection<Value> elements) {
    Value value = unknown(1);
    value.elements = new ArrayList<>(elements);
    return value;
  }

  static Value lambda(Handle implementation, List<Value> captured) {
    Value value = unknown(1);
    value.lambda = implementation;
    value.captured = List.copyOf(captured);
    return value;
  }

  static Value parameter(int size) {
    Value value = unknown(size);
    value.parameter = true;
    return value;
  }

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

  /**
   * Whether this is an argument of the method that is looked at, of which only its callers know
   * more.
   */
  boolean isParameter() {
    return parameter;
  }

  boolean isKnown() {
    return isText() || isHolder() || lambda != null;
  }

  @Nullable Handle lambda() {
    return lambda;
  }

  List<Value> captured() {
    return captured;
  }

  /** The texts this value may be; what is not known is a hole. */
  Set<String> texts() {
    return texts.isEmpty() ? Set.of(String.valueOf(SqlText.HOLE)) : texts;
  }

  List<Value> elements() {
    return elements == null ? List.of() : elements;
  }

  /** Everything of text in here, at any depth. */
  Set<String> allTexts() {
    Set<String> all = new LinkedHashSet<>(texts);
    collect(all, 0);
    return all;
  }

  private void collect(Set<String> into, int depth) {
    if (depth < 4) {
      for (Value element : elements()) {
        into.addAll(element.texts);
        element.collect(into, depth + 1);
      }
    }
  }

  /** Any one of the elements. */
  Value anyElement() {
    Value any = unknown(1);
    for (Value element : elements()) {
      any = any.or(element);
    }
    return any;
  }

  void addElement(Value element) {
    if (elements == null) {
      elements = new ArrayList<>();
    }
    if (elements.size() < 256) {
      elements.add(element);
    }
  }

  void setElement(int index, Value element) {
    if (elements != null && index >= 0 && index < elements.size()) {
      elements.set(index, element);
    } else {
      addElement(element);
    }
  }

  void become(Value other) {
    texts = other.texts;
    elements = other.elements == null ? null : new ArrayList<>(other.elements);
  }

  Value map(UnaryOperator<String> change) {
    return isText() ? texts(texts.stream().map(change).toList()) : unknown(1);
  }

  Value concat(Value next) {
    List<String> joined = new ArrayList<>();
    for (String left : texts()) {
      for (String right : next.texts()) {
        joined.add(left + right);
      }
    }
    return texts(joined);
  }

  Value or(Value other) {
    if (other == this) {
      return this;
    }
    Set<String> both = new LinkedHashSet<>(texts);
    both.addAll(other.texts);
    Value merged = new Value(size, bounded(both));
    if (elements != null || other.elements != null) {
      LinkedHashSet<Value> all = new LinkedHashSet<>(elements());
      all.addAll(other.elements());
      merged.elements = new ArrayList<>(all);
    }
    merged.lambda = lambda == null ? other.lambda : lambda;
    merged.captured = lambda == null ? other.captured : captured;
    merged.parameter = parameter || other.parameter;
    return merged;
  }

  /** A copy that later changes of this value do not reach. */
  Value snapshot() {
    if (elements == null && texts.isEmpty()) {
      return this;
    }
    Value copy = new Value(size, texts);
    copy.elements = elements == null ? null : new ArrayList<>(elements);
    copy.lambda = lambda;
    copy.captured = captured;
    copy.parameter = parameter;
    return copy;
  }

  private static Set<String> bounded(Collection<String> texts) {
    Set<String> distinct = new LinkedHashSet<>();
    texts.forEach(
        text -> distinct.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    if (distinct.size() <= MOST_TEXTS) {
      return distinct;
    }
    return new LinkedHashSet<>(
        distinct.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .limit(MOST_TEXTS)
            .toList());
  }
}
