package dev.meshsim.scenario.simulation.planted;

import java.lang.reflect.Method;
import java.util.function.IntSupplier;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Changes one instruction of a method, and counts the places where it could be. */
final class MethodChange extends MethodVisitor {

  private final Change change;
  private final IntSupplier places;

  /**
   * The change of a method.
   *
   * @param places counts one more place, and returns how many there are now
   */
  MethodChange(MethodVisitor next, Change change, IntSupplier places) {
    super(Planter.ASM, next);
    this.change = change;
    this.places = places;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean ofInterface) {
    if (change instanceof Change.Makes makes
        && name.equals("<init>")
        && owner.equals(Type.getObjectType(makes.type()).getInternalName())) {
      String other = Type.getInternalName(makes.instead());
      super.visitMethodInsn(opcode, other, name, descriptor, ofInterface);
      return;
    }
    if (!isMeant(name)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
      return;
    }
    boolean isStatic = opcode == Opcodes.INVOKESTATIC;
    Type result = Type.getReturnType(descriptor);
    if (change instanceof Change.Gives gives) {
      Values.popArguments(mv, descriptor);
      if (!isStatic) {
        super.visitInsn(Opcodes.POP);
      }
      Values.push(mv, result, gives.value());
    } else if (change instanceof Change.Skips) {
      Values.popArguments(mv, descriptor);
    } else if (change instanceof Change.Negates) {
      super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
      super.visitInsn(Opcodes.ICONST_1);
      super.visitInsn(Opcodes.IXOR);
    } else if (change instanceof Change.Replaces replaces) {
      Method other = Instead.named(replaces.instead());
      String in = Type.getInternalName(Instead.class);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, in, other.getName(), Type.getMethodDescriptor(other), false);
      if (result.getSort() == Type.OBJECT) {
        super.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
      }
    }
  }

  /** True for the call that is changed. */
  private boolean isMeant(String name) {
    Change.Call call = null;
    if (change instanceof Change.Gives gives) {
      call = gives.call();
    } else if (change instanceof Change.Skips skips) {
      call = skips.call();
    } else if (change instanceof Change.Negates negates) {
      call = negates.call();
    } else if (change instanceof Change.Replaces replaces) {
      call = replaces.call();
    }
    if (call == null || !call.callee().equals(name)) {
      return false;
    }
    int place = nextPlace();
    return call.number() == 0 || call.number() == place;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW
        && change instanceof Change.Makes makes
        && type.equals(makes.type())) {
      nextPlace();
      super.visitTypeInsn(opcode, Type.getInternalName(makes.instead()));
      return;
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (change instanceof Change.Jump jump && opcode != Opcodes.GOTO) {
      super.visitJumpInsn(nextPlace() == jump.number() ? opposite(opcode) : opcode, label);
      return;
    }
    super.visitJumpInsn(opcode, label);
  }

  /** Counts one more place, and returns how many there are now. */
  private int nextPlace() {
    return places.getAsInt();
  }

  private static int opposite(int opcode) {
    if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
      return opcode == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL;
    }
    // IFEQ and IFNE, IFLT and IFGE and so on are pairs, the first of each odd.
    return (opcode & 1) == 1 ? opcode + 1 : opcode - 1;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      constant(opcode - Opcodes.ICONST_0, () -> super.visitInsn(opcode));
    } else {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      constant(operand, () -> super.visitIntInsn(opcode, operand));
    } else {
      super.visitIntInsn(opcode, operand);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value, () -> super.visitLdcInsn(value));
  }

  private void constant(Object value, Runnable same) {
    if (change instanceof Change.Constant constant && constant.from().equals(value)) {
      nextPlace();
      super.visitLdcInsn(constant.to());
    } else {
      same.run();
    }
  }
}
