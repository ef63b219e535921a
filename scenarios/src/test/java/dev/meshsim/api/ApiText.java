package dev.meshsim.api;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The public types of a module, and their public and protected members, a line each. */
final class ApiText {

  private static final int SEEN = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
  private static final int MADE = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
  private static final String API = "Lorg/apiguardian/api/API;";

  private final Map<String, Set<String>> types = new TreeMap<>();
  private final Set<String> internal = new TreeSet<>();
  private final Set<String> hidden = new TreeSet<>();

  private ApiText() {}

  /** The API of the module that a class is of, from its class files or its jar. */
  static String of(Class<?> type) throws IOException {
    Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    ApiText text = new ApiText();
    if (Files.isDirectory(place)) {
      text.read(place);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        text.read(jar.getPath("/"));
      }
    }
    return text.toString();
  }

  private void read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        new ClassReader(Files.readAllBytes(file))
            .accept(new OneClass(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      }
    }
  }

  @Override
  public String toString() {
    return types.entrySet().stream()
        .filter(entry -> !internal.contains(packageOf(entry.getKey())))
        .filter(entry -> hidden.stream().noneMatch(out -> isWithin(entry.getKey(), out)))
        .map(entry -> String.join("\n", entry.getValue()))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static boolean isWithin(String name, String outer) {
    return name.equals(outer) || name.startsWith(outer + "$");
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /** Reads one class file. */
  private final class OneClass extends ClassVisitor {

    private String name = "";
    private boolean seen;

    OneClass() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String internalName,
        @Nullable String signature,
        @Nullable String superName,
        String[] interfaces) {
      name = internalName.replace('/', '.');
      seen = (access & SEEN) != 0 && (access & MADE) == 0;
      if (!seen) {
        hidden.add(name);
        return;
      }
      String above =
          Stream.concat(Stream.ofNullable(superName), Arrays.stream(interfaces))
              .map(each -> each.replace('/', '.'))
              .filter(each -> !each.equals("java.lang.Object"))
              .map(ApiText::simple)
              .sorted()
              .collect(Collectors.joining(", "));
      add(" " + name + (above.isEmpty() ? "" : " : " + above));
    }

    @Override
    public void visitInnerClass(
        String inner, @Nullable String outer, @Nullable String simple, int access) {
      if (inner.replace('/', '.').equals(name) && (access & SEEN) == 0) {
        hidden.add(name);
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      if (!descriptor.equals(API)) {
        return null;
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visitEnum(String member, String type, String value) {
          if (value.equals("INTERNAL")) {
            (name.endsWith(".package-info") ? internal : hidden)
                .add(name.endsWith(".package-info") ? packageOf(name) : name);
          }
        }
      };
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if (isPart(access)) {
        add("  " + field + ": " + shown(Type.getType(descriptor)));
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (isPart(access)) {
        Type type = Type.getMethodType(descriptor);
        String parameters =
            Arrays.stream(type.getArgumentTypes())
                .map(ApiText::shown)
                .collect(Collectors.joining(", "));
        String result = method.equals("<init>") ? "" : ": " + shown(type.getReturnType());
        add("  " + method.replace("<init>", "new") + "(" + parameters + ")" + result);
      }
      return null;
    }

    private boolean isPart(int access) {
      return seen && (access & SEEN) != 0 && (access & MADE) == 0;
    }

    /** The blank before a type sorts it before its members. */
    private void add(String line) {
      types.computeIfAbsent(name, n -> new TreeSet<>(ApiText::typeFirst)).add(line);
    }
  }

  private static int typeFirst(String one, String other) {
    boolean first = !one.startsWith("  ");
    boolean second = !other.startsWith("  ");
    return first == second ? one.compareTo(other) : first ? -1 : 1;
  }

  private static String shown(Type type) {
    return simple(type.getClassName());
  }

  /** Without the packages of Java and of mesh-sim's own types. */
  private static String simple(String name) {
    return name.replaceAll("\\b(?:[a-z0-9]+\\.)+(?=[A-Z])", "");
  }
}
