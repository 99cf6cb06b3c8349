package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the texts that methods hand on, by walking their instructions with what is known of each
 * value. Calls inside the application are followed with their arguments, so that a text put
 * together in three methods is seen whole; the work is bounded.
 */
public final class TextFinder {

  private static final int DEEPEST_CALL = 5;
  private static final int MOST_STEPS = 400_000;
  private static final int FEW = 6;

  private final Codebase code;
  private final Settings settings;
  private final Function<CodeClass, String> moduleOf;
  private final Map<String, String> moduleNames = new HashMap<>();
  private final Map<String, Value> fields = new HashMap<>();
  private final Map<String, Supplier> asked = new HashMap<>();
  private final Set<String> initialised = new HashSet<>();
  private final Set<String> walking = new HashSet<>();
  private final Map<Question, Value> answers = new HashMap<>();
  private final Map<AbstractInsnNode, Integer> objects = new IdentityHashMap<>();
  private final Map<String, Supplier> constants = new HashMap<>();
  private final Map<CodeClass, Annotated> annotated = new HashMap<>();
  private boolean askingMany;
  private int steps;

  /**
   * @param settings what the application's files set
   * @param moduleOf the module of a class, or empty for code of no module: what such code does when
   *     it is called counts as done by its caller
   */
  public TextFinder(Codebase code, Settings settings, Function<CodeClass, String> moduleOf) {
    this.code = code;
    this.settings = settings;
    this.moduleOf = moduleOf;
    // What an object is given belongs to all that it does, so all objects are given theirs first:
    // by constructors, also those of sub classes, and by what other modules hand over.
    code.classes().stream().filter(TextFinder::constructsWithText).forEach(this::initialise);
    Handovers handovers = new Handovers(code, this::areTogether);
    for (CodeClass type : code.classes()) {
      for (MethodNode method : handovers.in(type)) {
        begin();
        walk(new Root(type, method, use -> {}), type, method, null, 0, false);
      }
    }
  }

  private static boolean constructsWithText(CodeClass type) {
    for (MethodNode method : type.node().methods) {
      if (method.name.startsWith("<")) {
        for (AbstractInsnNode insn : method.instructions) {
          if (insn instanceof LdcInsnNode constant && constant.cst instanceof String) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Reports every text that a method of the class hands on. */
  public void find(CodeClass type, Predicate<MethodNode> wanted, Consumer<TextUse> sink) {
    initialise(type);
    for (FieldNode field : type.node().fields) {
      if (field.value instanceof String text) {
        MethodNode nowhere = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        var way = new TextUse.Way(type, field.name, 0, false);
        sink.accept(
            new TextUse(
                type, nowhere, 0, "", field.name, 0, "", way, Set.of(Text.of(text)), false, null));
      }
    }
    for (MethodNode method : type.node().methods) {
      if (wanted.test(method)) {
        begin();
        walk(new Root(type, method, sink), type, method, null, 0, true);
      }
    }
  }

  /** The method from which the walk began: what is found further down is reported there. */
  record Root(CodeClass type, MethodNode method, Consumer<TextUse> sink) {}

  Codebase code() {
    return code;
  }

  Settings settings() {
    return settings;
  }

  /** A number for what is made by this instruction, the same each time. */
  int objectAt(AbstractInsnNode insn) {
    return objects.computeIfAbsent(insn, key -> objects.size() + 1);
  }

  /** The constant of an enum whose body this class is, or null. */
  @Nullable Supplier constantOf(CodeClass type) {
    return constants.get(type.name());
  }

  void isConstant(String body, Supplier object) {
    constants.put(body, object);
  }

  /** What is injected into a parameter, or null if that is not known. */
  @Nullable Value injected(MethodNode method, int parameter) {
    Type[] types = Type.getArgumentTypes(method.desc);
    String descriptor = types[parameter].getDescriptor();
    if (types.length == 1 && settings.injects(method.visibleAnnotations)) {
      return settings.injected(method.visibleAnnotations, descriptor);
    }
    var annotations = method.visibleParameterAnnotations;
    return annotations == null || parameter >= annotations.length
        ? null
        : settings.injected(annotations[parameter], descriptor);
  }

  /** What a call of an annotation's attribute returns, or null if it is no such call. */
  @Nullable Value annotated(MethodInsnNode call) {
    CodeClass type = code.find(call.owner);
    return type == null ? null : annotated.computeIfAbsent(type, Annotated::new).of(call, this);
  }

  boolean spendStep() {
    return ++steps < MOST_STEPS;
  }

  /** Whether both classes are of one module, or both of none. */
  boolean areTogether(CodeClass one, CodeClass other) {
    return module(one).equals(module(other));
  }

  /** Whether what the class does when called from the root counts as done by the root. */
  boolean countsFor(Root root, CodeClass callee) {
    return module(callee).isEmpty() || areTogether(root.type(), callee);
  }

  private String module(CodeClass type) {
    return moduleNames.computeIfAbsent(type.name(), name -> moduleOf.apply(type));
  }

  /**
   * Walks a method; arguments of null mean that nothing is known of them. Returns what the method
   * may return.
   */
  Value walk(
      Root root,
      CodeClass type,
      MethodNode method,
      @Nullable List<Value> arguments,
      int rootLine,
      boolean report) {
    Value nothing = Value.unknown(Math.max(1, Type.getReturnType(method.desc).getSize()));
    String key = type.name() + "." + method.name + method.desc;
    if (method.instructions.size() == 0
        || steps >= MOST_STEPS
        || walking.size() >= DEEPEST_CALL
        || !walking.add(key)) {
      return nothing;
    }
    try {
      return new MethodWalk(this, root, type, method, rootLine, report).run(arguments);
    } finally {
      walking.remove(key);
    }
  }

  /**
   * The implementations to look into. What many classes answer is not followed where many are being
   * asked already: the work would multiply, and so many answers to one question say nothing.
   */
  List<Codebase.Method> followed(List<Codebase.Method> implementations) {
    return askingMany && implementations.size() > FEW ? List.of() : implementations;
  }

  /**
   * What one of several implementations returns, without a report. Each question is answered once
   * below a root.
   */
  Value answer(
      Root root, Codebase.Method method, List<Value> arguments, int rootLine, int implementations) {
    List<Optional<Supplier>> asked =
        arguments.stream().map(value -> Optional.ofNullable(value.asked())).toList();
    Question question = new Question(root, method, asked, walking.size(), askingMany);
    Value known = answers.get(question);
    boolean nothingKnown =
        arguments.stream().noneMatch(value -> value.isKnown() || value.made() != null);
    if (known != null && nothingKnown) {
      return known.snapshot();
    }
    boolean before = askingMany;
    askingMany |= implementations > FEW;
    Value found = walk(root, method.declaring(), method.node(), arguments, rootLine, false);
    askingMany = before;
    if (nothingKnown) {
      answers.put(question, found);
    }
    return found.snapshot();
  }

  /** How deep it is asked, and below how many, bounds what can be answered. */
  private record Question(
      Root root,
      Codebase.Method method,
      List<Optional<Supplier>> asked,
      int depth,
      boolean askingMany) {}

  private void begin() {
    steps = 0;
    answers.clear();
  }

  Value field(String owner, String name) {
    CodeClass type = code.find(owner);
    if (type == null) {
      return Value.unknown(1);
    }
    initialise(type);
    Value value = fields.get(key(owner, name));
    if (value != null) {
      return value;
    }
    Supplier others = asked.get(key(owner, name));
    if (others != null) {
      return Value.askedOf(others, 1);
    }
    for (FieldNode field : type.node().fields) {
      if (field.name.equals(name) && field.value instanceof String text) {
        return Value.text(text);
      }
    }
    for (String superType : code.superTypes(type)) {
      if (code.find(superType) != null) {
        Value inherited = field(superType, name);
        if (inherited.isKnown() || inherited.made() != null || inherited.asked() != null) {
          return inherited;
        }
      }
    }
    return Value.unknown(1);
  }

  void setField(String owner, String name, Value value) {
    if (value.isKnown() || value.isHolder() || value.made() != null) {
      fields.merge(key(owner, name), value, Value::or);
    } else if (value.asked() != null) {
      asked.putIfAbsent(key(owner, name), value.asked());
    }
  }

  /** The class that declares a field, which code may name by a sub class. */
  @Nullable CodeClass declaring(String owner, String name) {
    CodeClass type = code.find(owner);
    while (type != null && type.node().fields.stream().noneMatch(each -> each.name.equals(name))) {
      type = code.find(type.node().superName);
    }
    return type;
  }

  private String key(String owner, String name) {
    CodeClass declaring = declaring(owner, name);
    return (declaring == null ? owner : declaring.name()) + "." + name;
  }

  /**
   * Runs the class's initialisers and constructors once, silently, so that its fields are known.
   */
  private void initialise(@Nullable CodeClass type) {
    if (type == null || !initialised.add(type.name())) {
      return;
    }
    for (FieldNode field : type.node().fields) {
      Value injected = settings.injected(field.visibleAnnotations, field.desc);
      if (injected != null) {
        setField(type.name(), field.name, injected);
      }
    }
    List<MethodNode> first = new ArrayList<>();
    for (MethodNode method : type.node().methods) {
      if (method.name.matches("<(cl)?init>") || settings.injects(method.visibleAnnotations)) {
        first.add(method);
      }
    }
    Set<String> outer = new HashSet<>(walking);
    walking.clear();
    for (MethodNode method : first) {
      walk(new Root(type, method, use -> {}), type, method, null, 0, false);
    }
    walking.clear();
    walking.addAll(outer);
  }
}
