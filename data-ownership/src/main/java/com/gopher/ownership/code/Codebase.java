package com.gopher.ownership.code;

import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.locate.ClassFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/**
 * All classes of the application by name, with the questions about them that need more than one.
 */
public final class Codebase {

  private final Map<String, CodeClass> classes = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Map<String, List<Method>> bySignature = new HashMap<>();
  private final Map<String, Set<String>> superTypes = new HashMap<>();

  private Codebase() {}

  public static Codebase read(Collection<ClassFile> files) {
    Codebase codebase = new Codebase();
    @Nullable RuntimeException lastReason = null;
    for (ClassFile file : files) {
      try {
        CodeClass read = CodeClass.read(file.bytes());
        codebase.classes.putIfAbsent(read.name(), read);
      } catch (RuntimeException e) {
        // A broken class makes its reader fail in every way that arrays and casts can.
        codebase.unreadable.add(file.path());
        lastReason = e;
      }
    }
    if (codebase.classes.isEmpty() && lastReason != null) {
      throw codebase.nothingReadable(lastReason);
    }
    return codebase;
  }

  /** Without one class there is nothing to judge, and no findings would look like a pass. */
  private CannotInspect nothingReadable(RuntimeException reason) {
    return new CannotInspect(
        "None of "
            + unreadable.size()
            + " classes can be read, such as "
            + unreadable.get(0)
            + " ("
            + (reason.getMessage() == null ? "it is damaged" : reason.getMessage())
            + "); compile again for a Java that is known here, and name the result.",
        reason);
  }

  public Collection<CodeClass> classes() {
    return classes.values();
  }

  /** Paths of class files that are broken or newer than the reader knows. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  public @Nullable CodeClass find(String internalName) {
    return classes.get(internalName);
  }

  /**
   * All super types by internal name, nearest first; those outside the application end a branch.
   */
  public Set<String> superTypes(CodeClass type) {
    return superTypes.computeIfAbsent(
        type.name(),
        name -> {
          Set<String> found = new LinkedHashSet<>();
          collect(type, found);
          return Collections.unmodifiableSet(found);
        });
  }

  private void collect(CodeClass type, Set<String> found) {
    List<String> direct = new ArrayList<>();
    if (type.node().superName != null) {
      direct.add(type.node().superName);
    }
    direct.addAll(type.node().interfaces);
    for (String name : direct) {
      if (found.add(name)) {
        CodeClass known = classes.get(name);
        if (known != null) {
          collect(known, found);
        }
      }
    }
  }

  /**
   * The method that a call means: declared on the owner, or on the nearest super type of the
   * application.
   */
  public @Nullable Method method(String owner, String name, String descriptor) {
    CodeClass type = classes.get(owner);
    if (type == null) {
      return null;
    }
    Method own = declared(type, name, descriptor);
    if (own != null) {
      return own;
    }
    for (String superType : superTypes(type)) {
      CodeClass known = classes.get(superType);
      Method inherited = known == null ? null : declared(known, name, descriptor);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** The methods in sub types that a call of this method may reach. */
  public List<Method> implementations(String owner, String name, String descriptor) {
    return bySignature().getOrDefault(name + descriptor, List.of()).stream()
        .filter(method -> superTypes(method.declaring()).contains(owner))
        .toList();
  }

  private Map<String, List<Method>> bySignature() {
    if (bySignature.isEmpty()) {
      for (CodeClass type : classes.values()) {
        for (MethodNode method : type.node().methods) {
          if (method.instructions.size() > 0) {
            bySignature
                .computeIfAbsent(method.name + method.desc, key -> new ArrayList<>())
                .add(new Method(type, method));
          }
        }
      }
    }
    return bySignature;
  }

  /**
   * The annotation and those that it carries in turn; of types outside the application nothing is
   * known.
   */
  public List<Note> withMeta(Note note) {
    Map<String, Note> seen = new LinkedHashMap<>();
    collectMeta(note, seen);
    return List.copyOf(seen.values());
  }

  private void collectMeta(Note note, Map<String, Note> seen) {
    if (seen.putIfAbsent(note.type(), note) == null) {
      CodeClass type = classes.get(note.type());
      if (type != null) {
        type.classNotes().forEach(meta -> collectMeta(meta, seen));
      }
    }
  }

  private static @Nullable Method declared(CodeClass type, String name, String descriptor) {
    for (MethodNode method : type.node().methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return new Method(type, method);
      }
    }
    return null;
  }

  /** A method and the class that declares it. */
  public record Method(CodeClass declaring, MethodNode node) {}
}
