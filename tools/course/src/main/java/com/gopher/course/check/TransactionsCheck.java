package com.gopher.course.check;

import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * No class that other modules can call opens a second transaction inside theirs: that would hide
 * that it was called in the middle of one, and the two would not stand or fall together.
 */
final class TransactionsCheck implements Check {

  private static final String TRANSACTIONAL =
      "Lorg/springframework/transaction/annotation/Transactional;";

  @Override
  public String subject() {
    return "the transactions of what modules offer to each other";
  }

  @Override
  public Optional<Failure> run(Subject subject) {
    Tree classes = Directory.read(subject.shop().classes()).only(path -> path.endsWith(".class"));
    for (String path : classes.paths()) {
      var type = new ClassNode();
      new ClassReader(classes.file(path).orElseThrow()).accept(type, ClassReader.SKIP_CODE);
      if ((type.access & Opcodes.ACC_PUBLIC) != 0 && opensASecondOne(type)) {
        return Optional.of(failure(type));
      }
    }
    return Optional.empty();
  }

  private static boolean opensASecondOne(ClassNode type) {
    var annotations = new ArrayList<AnnotationNode>(nonNull(type.visibleAnnotations));
    for (MethodNode method : type.methods) {
      annotations.addAll(nonNull(method.visibleAnnotations));
    }
    return annotations.stream()
        .filter(annotation -> annotation.desc.equals(TRANSACTIONAL))
        .flatMap(annotation -> nonNull(annotation.values).stream())
        .anyMatch(
            value -> value instanceof String[] constant && constant[1].equals("REQUIRES_NEW"));
  }

  private static <T> List<T> nonNull(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Failure failure(ClassNode type) {
    return new Failure(
        "What a module offers to others runs in the caller's transaction, or finds none.",
        type.name.replace('/', '.') + " opens a second transaction with REQUIRES_NEW.",
        "monolith/src/main/java/" + type.name + ".java",
        "Leave the propagation out, and let the caller ask before it opens a transaction of its own.",
        "");
  }
}
