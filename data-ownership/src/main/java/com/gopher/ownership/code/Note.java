package com.gopher.ownership.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * An annotation as written: its type and its values.
 *
 * @param type the internal name of the annotation type
 * @param values a value is a string, a number, a {@link Type}, a Note, an enum constant's name, or
 *     a list of these
 */
public record Note(String type, Map<String, Object> values) {

  static Note of(AnnotationNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Object> pairs = node.values == null ? List.of() : node.values;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      values.put((String) pairs.get(i), value(pairs.get(i + 1)));
    }
    return new Note(Type.getType(node.desc).getInternalName(), values);
  }

  static List<Note> all(
      @Nullable List<? extends AnnotationNode> visible,
      @Nullable List<? extends AnnotationNode> invisible) {
    List<Note> notes = new ArrayList<>();
    if (visible != null) {
      visible.forEach(node -> notes.add(of(node)));
    }
    if (invisible != null) {
      invisible.forEach(node -> notes.add(of(node)));
    }
    return notes;
  }

  static Object value(Object raw) {
    if (raw instanceof AnnotationNode nested) {
      return of(nested);
    }
    if (raw instanceof String[] enumConstant) {
      return enumConstant[1];
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(Note::value).toList();
    }
    return raw;
  }

  public String simpleName() {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
  }

  public boolean is(String simpleName) {
    return simpleName().equals(simpleName);
  }

  /** The attribute's text, or the empty string. */
  public String text(String attribute) {
    return values.get(attribute) instanceof String text ? text : "";
  }

  /** The attribute's texts, whether it was written as one or as an array. */
  public List<String> texts(String attribute) {
    Object value = values.get(attribute);
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return List.of();
  }

  public boolean flag(String attribute) {
    return Boolean.TRUE.equals(values.get(attribute));
  }

  /** The annotations nested in this one, at any depth, without itself. */
  public List<Note> nested() {
    List<Note> nested = new ArrayList<>();
    values.values().forEach(value -> collect(value, nested));
    return nested;
  }

  /** The classes that are its values, or values of an annotation nested in it. */
  public List<Type> types() {
    List<Type> types = new ArrayList<>();
    values.values().forEach(value -> collectTypes(value, types));
    return types;
  }

  private static void collectTypes(Object value, List<Type> into) {
    if (value instanceof Type type) {
      into.add(type);
    } else if (value instanceof Note note) {
      into.addAll(note.types());
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collectTypes(each, into));
    }
  }

  private static void collect(Object value, List<Note> into) {
    if (value instanceof Note note) {
      into.add(note);
      into.addAll(note.nested());
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, into));
    }
  }
}
