package com.gopher.ownership.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** One class of the application: its tree, its annotations and the types it names. */
public final class CodeClass {

  private final ClassNode node;
  private final List<Noted> notes;
  private final List<Reference> references;

  private CodeClass(ClassNode node) {
    this.node = node;
    this.notes = List.copyOf(notesOf(node));
    this.references = ReferenceReader.read(node);
  }

  public static CodeClass read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    return new CodeClass(node);
  }

  public ClassNode node() {
    return node;
  }

  /** The internal name, such as {@code com/acme/order/Orders$Line}. */
  public String name() {
    return node.name;
  }

  /** The name as Java writes it, with dots. */
  public String javaName() {
    return node.name.replace('/', '.');
  }

  public String simpleName() {
    return node.name.substring(
        Math.max(node.name.lastIndexOf('/'), node.name.lastIndexOf('$')) + 1);
  }

  public String packageName() {
    int end = node.name.lastIndexOf('/');
    return end < 0 ? "" : node.name.substring(0, end).replace('/', '.');
  }

  public boolean isPackageInfo() {
    return node.name.endsWith("/package-info");
  }

  public boolean isInterface() {
    return (node.access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** The source file's name, guessed from the class where the compiler left none. */
  public String sourceFile() {
    if (node.sourceFile != null) {
      return node.sourceFile;
    }
    String name = node.name.substring(node.name.lastIndexOf('/') + 1);
    int nested = name.indexOf('$');
    return (nested > 0 ? name.substring(0, nested) : name) + ".java";
  }

  /** All annotations: on the class, its fields, methods, parameters and record components. */
  public List<Noted> notes() {
    return notes;
  }

  public List<Note> classNotes() {
    return notes.stream().filter(noted -> noted.member().isEmpty()).map(Noted::note).toList();
  }

  public boolean isNoted(String simpleName) {
    return notes.stream()
        .anyMatch(noted -> noted.member().isEmpty() && noted.note().is(simpleName));
  }

  public @Nullable Note note(String simpleName) {
    return notes.stream()
        .filter(noted -> noted.member().isEmpty() && noted.note().is(simpleName))
        .map(Noted::note)
        .findFirst()
        .orElse(null);
  }

  public List<Reference> references() {
    return references;
  }

  /** The first line that bytecode knows of this class, or 0. */
  public int firstLine() {
    return node.methods.stream()
        .mapToInt(CodeClass::firstLine)
        .filter(line -> line > 0)
        .min()
        .orElse(0);
  }

  public static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }

  private static List<Noted> notesOf(ClassNode node) {
    List<Noted> notes = new ArrayList<>();
    add(notes, "", 0, node.visibleAnnotations, node.invisibleAnnotations);
    add(notes, "", 0, node.visibleTypeAnnotations, node.invisibleTypeAnnotations);
    if (node.recordComponents != null) {
      for (RecordComponentNode component : node.recordComponents) {
        add(notes, component.name, 0, component.visibleAnnotations, component.invisibleAnnotations);
      }
    }
    for (FieldNode field : node.fields) {
      add(notes, field.name, 0, field.visibleAnnotations, field.invisibleAnnotations);
      add(notes, field.name, 0, field.visibleTypeAnnotations, field.invisibleTypeAnnotations);
    }
    for (MethodNode method : node.methods) {
      addMethod(notes, method);
    }
    return notes;
  }

  private static void addMethod(List<Noted> notes, MethodNode method) {
    int line = firstLine(method);
    add(notes, method.name, line, method.visibleAnnotations, method.invisibleAnnotations);
    add(notes, method.name, line, method.visibleTypeAnnotations, method.invisibleTypeAnnotations);
    if (method.annotationDefault != null) {
      addDefault(notes, method);
    }
    List<List<AnnotationNode>> parameters = new ArrayList<>();
    if (method.visibleParameterAnnotations != null) {
      parameters.addAll(List.of(nullsAsEmpty(method.visibleParameterAnnotations)));
    }
    if (method.invisibleParameterAnnotations != null) {
      parameters.addAll(List.of(nullsAsEmpty(method.invisibleParameterAnnotations)));
    }
    parameters.forEach(parameter -> add(notes, method.name, line, parameter, null));
  }

  /**
   * A default of an annotation's attribute counts as written on the annotation type's own method.
   */
  private static void addDefault(List<Noted> notes, MethodNode method) {
    Object value = Note.value(method.annotationDefault);
    notes.add(new Noted(new Note("default", Map.of(method.name, value)), method.name, 0));
  }

  private static void add(
      List<Noted> notes,
      String member,
      int line,
      @Nullable List<? extends AnnotationNode> visible,
      @Nullable List<? extends AnnotationNode> invisible) {
    for (Note note : Note.all(visible, invisible)) {
      notes.add(new Noted(note, member, line));
    }
  }

  private static List<AnnotationNode>[] nullsAsEmpty(List<AnnotationNode>[] lists) {
    List<AnnotationNode>[] copy = lists.clone();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] == null) {
        copy[i] = List.of();
      }
    }
    return copy;
  }
}
