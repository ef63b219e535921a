package dev.meshsim.scenario.simulation.planted;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes the change of a defect in the octets of a class file. */
final class Planter {

  static final int ASM = Opcodes.ASM9;

  private Planter() {}

  /**
   * The changed class.
   *
   * @param octets the class file of the defect's class
   * @throws IllegalStateException if the place is not there, or there is more than one
   */
  static byte[] plant(Defect defect, byte[] octets) {
    ClassReader reader = new ClassReader(octets);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Changed changed = new Changed(writer, defect);
    reader.accept(changed, 0);
    changed.requireOne();
    return writer.toByteArray();
  }

  private static final class Changed extends ClassVisitor {

    private final Defect defect;
    private final List<String> methods = new ArrayList<>();
    private int places;

    Changed(ClassVisitor next, Defect defect) {
      super(ASM, next);
      this.defect = defect;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!isMeant(name, descriptor)
          || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) != 0) {
        return next;
      }
      methods.add(name + descriptor);
      Change change = defect.change();
      if (change instanceof Change.Returns returns) {
        if (name.startsWith("lambda$")) {
          return next;
        }
        places++;
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        return new ReturnAtOnce(next, isStatic, descriptor, returns.value());
      }
      return new MethodChange(next, change, () -> ++places);
    }

    /** True for the method and its lambdas, which have its name in theirs. */
    private boolean isMeant(String name, String descriptor) {
      String method = defect.method();
      if (method.contains("(")) {
        return (name + descriptor).equals(method);
      }
      String inLambdas = method.equals("<init>") ? "new" : method;
      return name.equals(method) || name.startsWith("lambda$" + inLambdas + "$");
    }

    void requireOne() {
      if (methods.isEmpty()) {
        throw notThere("there is no method " + defect.method() + " in " + defect.className());
      }
      Change change = defect.change();
      int needed = 1;
      if (change instanceof Change.Jump jump) {
        needed = jump.of();
      }
      int number = numberOf(change);
      boolean found = number == 0 ? places == needed : places >= number;
      if (!found) {
        throw notThere("in " + methods + " are " + places + " places for it");
      }
    }

    private IllegalStateException notThere(String why) {
      return new IllegalStateException(
          "the defect \"" + defect.name() + "\" (" + defect + ") no longer applies: " + why);
    }
  }

  /** Which of several places is meant, counted from 1; 0 if there is only one. */
  static int numberOf(Change change) {
    if (change instanceof Change.Gives gives) {
      return gives.call().number();
    }
    if (change instanceof Change.Skips skips) {
      return skips.call().number();
    }
    if (change instanceof Change.Negates negates) {
      return negates.call().number();
    }
    return change instanceof Change.Replaces replaces ? replaces.call().number() : 0;
  }

  /** A method whose body is one return. */
  private static final class ReturnAtOnce extends MethodVisitor {

    private final MethodVisitor code;
    private final boolean isStatic;
    private final Type[] arguments;
    private final Type result;
    private final Change.Value value;

    ReturnAtOnce(MethodVisitor code, boolean isStatic, String descriptor, Change.Value value) {
      super(ASM);
      this.code = code;
      this.isStatic = isStatic;
      this.arguments = Type.getArgumentTypes(descriptor);
      this.result = Type.getReturnType(descriptor);
      this.value = value;
    }

    @Override
    public void visitCode() {
      code.visitCode();
      if (value == Change.Value.FIRST_ARGUMENT) {
        code.visitVarInsn(arguments[0].getOpcode(Opcodes.ILOAD), isStatic ? 0 : 1);
      } else {
        Values.push(code, result, value);
      }
      code.visitInsn(result.getOpcode(Opcodes.IRETURN));
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }
}
