package com.gopher.ownership.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.MethodRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * Every type a class names: descriptors, generic signatures, casts, array creation, local
 * variables, annotations. The idea is that a remapper has to be asked about each name there is, so
 * one that changes nothing and writes down the question misses none.
 */
final class ReferenceReader extends Remapper {

  private final Set<Reference> found = new HashSet<>();
  private final List<Reference> inOrder = new ArrayList<>();
  private final String own;
  private String member = "";
  private int line;

  private ReferenceReader(String own) {
    super(Opcodes.ASM9);
    this.own = own;
  }

  static List<Reference> read(ClassNode node) {
    ReferenceReader reader = new ReferenceReader(node.name);
    node.accept(reader.visitor());
    return List.copyOf(reader.inOrder);
  }

  @Override
  public String map(String internalName) {
    boolean platform = internalName.startsWith("java/") || internalName.startsWith("[");
    if (!platform && !internalName.equals(own)) {
      Reference reference = new Reference(internalName, member, line);
      if (found.add(reference)) {
        inOrder.add(reference);
      }
    }
    return internalName;
  }

  private ClassVisitor visitor() {
    return new ClassRemapper(Opcodes.ASM9, new Everything(), this) {

      @Override
      public MethodVisitor visitMethod(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          String @Nullable [] exceptions) {
        enter(name);
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }

      @Override
      public FieldVisitor visitField(
          int access,
          String name,
          String descriptor,
          @Nullable String signature,
          @Nullable Object value) {
        enter(name);
        return super.visitField(access, name, descriptor, signature, value);
      }

      @Override
      public void visitInnerClass(
          String name, @Nullable String outerName, @Nullable String innerName, int access) {
        // The table of nested classes names what the code names elsewhere, with its place.
      }

      @Override
      protected MethodVisitor createMethodRemapper(MethodVisitor methodVisitor) {
        return new MethodRemapper(Opcodes.ASM9, methodVisitor, remapper) {
          @Override
          public void visitLineNumber(int number, Label start) {
            line = number;
            super.visitLineNumber(number, start);
          }
        };
      }
    };
  }

  private void enter(String name) {
    member = name;
    line = 0;
  }

  /** Wants to be told everything: what nobody wants to hear is not mapped, and so not asked. */
  private static final class Everything extends ClassVisitor {

    private static final AnnotationVisitor VALUES =
        new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            return this;
          }

          @Override
          public AnnotationVisitor visitArray(String name) {
            return this;
          }
        };

    Everything() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return VALUES;
    }

    @Override
    public FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      return new FieldVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return VALUES;
        }
      };
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, @Nullable String signature) {
      return new RecordComponentVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return VALUES;
        }
      };
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return VALUES;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(
            int parameter, String annotation, boolean visible) {
          return VALUES;
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
          return VALUES;
        }
      };
    }
  }
}
