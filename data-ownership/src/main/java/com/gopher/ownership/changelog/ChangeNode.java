package com.gopher.ownership.changelog;

import com.gopher.ownership.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a changelog, whether XML, YAML or JSON: a name, attributes, what it holds, and a text.
 *
 * @param textLine the line at which the text begins
 */
record ChangeNode(
    String name,
    Map<String, String> attributes,
    List<ChangeNode> children,
    String text,
    int line,
    int textLine) {

  private static final int DEEPEST = 32;

  static ChangeNode of(XmlElement element) {
    return new ChangeNode(
        element.name(),
        element.attributes(),
        element.children().stream().map(ChangeNode::of).toList(),
        element.text(),
        element.line(),
        element.textLine());
  }

  static ChangeNode of(String name, Node value, int depth) {
    int line = value.getStartMark().getLine() + 1;
    Map<String, String> attributes = new LinkedHashMap<>();
    List<ChangeNode> children = new ArrayList<>();
    String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (depth < DEEPEST && value instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> addTo(attributes, children, tuple, depth));
    } else if (depth < DEEPEST && value instanceof SequenceNode sequence) {
      for (Node each : sequence.getValue()) {
        if (each instanceof MappingNode mapping) {
          mapping.getValue().forEach(tuple -> addTo(new LinkedHashMap<>(), children, tuple, depth));
        }
      }
    }
    boolean block =
        value instanceof ScalarNode scalar
            && (scalar.getScalarStyle().getChar() != null
                && "|>".indexOf(scalar.getScalarStyle().getChar()) >= 0);
    return new ChangeNode(name, attributes, children, text, line, block ? line + 1 : line);
  }

  private static void addTo(
      Map<String, String> attributes, List<ChangeNode> children, NodeTuple tuple, int depth) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (tuple.getValueNode() instanceof ScalarNode value) {
      attributes.put(key, value.getValue());
    }
    children.add(of(key, tuple.getValueNode(), depth + 1));
  }
}
