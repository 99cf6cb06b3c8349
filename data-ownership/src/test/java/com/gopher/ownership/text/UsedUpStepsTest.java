package com.gopher.ownership.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.gopher.ownership.DataOwnership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How far a method is followed is bounded; to reach the bound is to be done, not to wait. */
class UsedUpStepsTest {

  private static final String TYPE = "acme/order/Long";
  private static final String TEXT = "()Ljava/lang/String;";

  /** Together the methods have more instructions than are followed for one caller. */
  private static final int METHODS = 12;

  private static final int INSTRUCTIONS = 40_000;

  @TempDir Path classes;

  @Test
  void aMethodWhoseHandlerIsNeverReachedIsDone() throws IOException {
    write();

    int read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> DataOwnership.of(classes).module("order", "acme.order").structure().classes());

    assertThat(read).isOne();
  }

  private static void longMethod(ClassWriter type, String name) {
    MethodVisitor text = type.visitMethod(Opcodes.ACC_STATIC, name, TEXT, null, null);
    for (int i = 0; i < INSTRUCTIONS; i++) {
      text.visitInsn(Opcodes.NOP);
    }
    text.visitLdcInsn("select 1 from " + name);
    text.visitInsn(Opcodes.ARETURN);
    text.visitMaxs(1, 0);
    text.visitEnd();
  }

  private static void callerThatCatches(ClassWriter type) {
    MethodVisitor caller =
        type.visitMethod(Opcodes.ACC_STATIC, "caller", "(Ljava/sql/Statement;)V", null, null);
    Label begin = new Label();
    Label handler = new Label();
    caller.visitTryCatchBlock(begin, handler, handler, "java/lang/Exception");
    caller.visitLabel(begin);
    for (int i = 0; i < METHODS; i++) {
      caller.visitVarInsn(Opcodes.ALOAD, 0);
      caller.visitMethodInsn(Opcodes.INVOKESTATIC, TYPE, "text" + i, TEXT, false);
      caller.visitMethodInsn(
          Opcodes.INVOKEINTERFACE, "java/sql/Statement", "execute", "(Ljava/lang/String;)Z", true);
      caller.visitInsn(Opcodes.POP);
    }
    caller.visitInsn(Opcodes.RETURN);
    caller.visitLabel(handler);
    caller.visitInsn(Opcodes.POP);
    caller.visitInsn(Opcodes.RETURN);
    caller.visitMaxs(2, 1);
    caller.visitEnd();
  }

  private void write() throws IOException {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, TYPE, null, "java/lang/Object", null);
    callerThatCatches(type);
    for (int i = 0; i < METHODS; i++) {
      longMethod(type, "text" + i);
    }
    type.visitEnd();
    Path file = classes.resolve(TYPE + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, type.toByteArray());
  }
}
