package com.gopher.ownership.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An element of an XML file, with the lines at which it and its text begin. */
public final class XmlElement {

  private final String name;
  private final @Nullable XmlElement parent;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final int line;
  private final int textLine;
  private int reached;

  /**
   * @param line where the start tag begins
   * @param textLine where it ends
   */
  XmlElement(String name, @Nullable XmlElement parent, int line, int textLine) {
    this.name = name;
    this.parent = parent;
    this.line = line;
    this.textLine = textLine;
    this.reached = textLine;
  }

  /** The element's name without a prefix. */
  public String name() {
    return name;
  }

  public @Nullable XmlElement parent() {
    return parent;
  }

  /** An attribute's value, or the empty string. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  public Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  public List<XmlElement> children() {
    return Collections.unmodifiableList(children);
  }

  /** The first child of this name, or null. */
  public @Nullable XmlElement child(String childName) {
    return children.stream().filter(each -> each.name.equals(childName)).findFirst().orElse(null);
  }

  public int line() {
    return line;
  }

  /** The line at which {@link #text()} begins. */
  public int textLine() {
    return textLine;
  }

  /**
   * All text of the element and of those in it, a blank for each tag, each word in the line in
   * which the file has it.
   */
  public String text() {
    return text.toString();
  }

  /** Visits this element and all in it, in the order of the file. */
  public void forEach(Consumer<XmlElement> visitor) {
    visitor.accept(this);
    children.forEach(child -> child.forEach(visitor));
  }

  void put(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void add(XmlElement child) {
    children.add(child);
  }

  void append(String more, int moreLine) {
    for (XmlElement at = this; at != null; at = at.parent) {
      at.appendHere(more, moreLine);
    }
  }

  private void appendHere(String more, int moreLine) {
    for (; reached < moreLine; reached++) {
      text.append('\n');
    }
    text.append(more);
    reached += (int) more.chars().filter(c -> c == '\n').count();
  }
}
