package com.gopher.ownership.read;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as Spring sees it: dotted keys, values, and the line of each. A file that is no YAML has
 * none.
 */
final class YamlLines {

  /** Receives one value. */
  interface Sink {
    void accept(String key, String value, int line);
  }

  private YamlLines() {}

  static void forEach(String text, Sink sink) {
    try {
      for (Node node :
          new Yaml(new SafeConstructor(new LoaderOptions())).composeAll(new StringReader(text))) {
        visit("", node, sink, 0);
      }
    } catch (YAMLException notYaml) {
      // A template with placeholders of its own is not read: nothing in it is Spring's.
    }
  }

  private static void visit(String key, Node node, Sink sink, int depth) {
    if (depth > 32) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      sink.accept(key, scalar.getValue(), scalar.getStartMark().getLine() + 1);
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        visit(key.isEmpty() ? name : key + "." + name, tuple.getValueNode(), sink, depth + 1);
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> visit(key, each, sink, depth + 1));
    }
  }
}
