package dev.meshsim.scenario.simulation.planted;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions that push a value in place of a result. */
final class Values {

  private Values() {}

  /** Pushes a value of a type; nothing for void. */
  static void push(MethodVisitor code, Type type, Change.Value value) {
    switch (value) {
      case TRUE -> code.visitInsn(Opcodes.ICONST_1);
      case FALSE -> code.visitInsn(Opcodes.ICONST_0);
      case EMPTY -> call(code, "java/util/Optional", "empty", "()Ljava/util/Optional;", false);
      case EMPTY_LIST -> call(code, "java/util/List", "of", "()Ljava/util/List;", true);
      case NOTHING -> pushNothing(code, type);
      case FIRST_ARGUMENT -> throw new IllegalArgumentException("only a method returns that");
    }
  }

  private static void call(
      MethodVisitor code, String owner, String name, String descriptor, boolean ofInterface) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, ofInterface);
  }

  private static void pushNothing(MethodVisitor code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> {}
      case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
      case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
      case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
      case Type.OBJECT, Type.ARRAY -> code.visitInsn(Opcodes.ACONST_NULL);
      default -> code.visitInsn(Opcodes.ICONST_0);
    }
  }

  /** Pops the arguments of a call, the last first. */
  static void popArguments(MethodVisitor code, String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = types.length - 1; i >= 0; i--) {
      code.visitInsn(types[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }
}
