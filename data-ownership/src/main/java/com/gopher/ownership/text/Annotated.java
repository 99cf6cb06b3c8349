package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The texts that classes write into one annotation of the application: code that reads them by
 * reflection is given them by the class that is annotated.
 */
final class Annotated {

  private final boolean annotation;
  private final CodeClass type;
  private @Nullable Map<String, Value> values;

  Annotated(CodeClass type) {
    this.type = type;
    this.annotation = (type.node().access & Opcodes.ACC_ANNOTATION) != 0;
  }

  /** What the call of an attribute may return, or null if the type is no annotation. */
  @Nullable Value of(MethodInsnNode call, TextFinder finder) {
    if (!annotation || !call.desc.startsWith("()")) {
      return null;
    }
    if (values == null) {
      values = read(finder);
    }
    Value value = values.get(call.name);
    return value == null ? null : value.snapshot();
  }

  private Map<String, Value> read(TextFinder finder) {
    Map<String, Value> read = new HashMap<>();
    for (CodeClass each : finder.code().classes()) {
      for (Noted noted : each.notes()) {
        if (noted.note().type().equals(type.name())) {
          Supplier supplier = Supplier.of(each, noted.member(), noted.line()).kept();
          noted.note().values().keySet().forEach(name -> add(read, name, noted.note(), supplier));
        }
      }
    }
    return read;
  }

  private static void add(Map<String, Value> to, String name, Note note, Supplier supplier) {
    List<String> texts = note.texts(name);
    boolean several = note.values().get(name) instanceof List<?>;
    List<Value> values = texts.stream().map(Value::text).toList();
    if (!values.isEmpty()) {
      Value value = (several ? Value.holder(values) : values.get(0)).suppliedBy(supplier);
      to.merge(name, value, Value::or);
    }
  }
}
