package dev.meshsim.docs;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** All error codes of the program, and the classes that raise them, read from the class files. */
final class ErrorCodes {

  private static final String PACKAGES = "dev/meshsim";

  /** Test vectors name the codes that they expect. */
  private static final String EXPECTING = "dev.meshsim.vectors";

  private static ErrorCodes read;

  private final JavaClasses classes;

  private ErrorCodes(JavaClasses classes) {
    this.classes = classes;
  }

  /** The main classes of all modules on the class path, which are read once. */
  static synchronized ErrorCodes ofTheProgram() throws IOException {
    ErrorCodes known = read;
    if (known == null) {
      known = readAll();
      read = known;
    }
    return known;
  }

  private static ErrorCodes readAll() throws IOException {
    List<URL> places =
        Collections.list(MeshException.class.getClassLoader().getResources(PACKAGES)).stream()
            .filter(place -> !place.toString().matches(".*(test-classes|-tests\\.jar).*"))
            .toList();
    // Nothing is asked of the classes of libraries, and reading them takes longer than ours.
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ErrorCodes(new ClassFileImporter().importUrls(places));
        });
  }

  /** The classes that were read. */
  JavaClasses classes() {
    return classes;
  }

  /** The enums of codes, one for each family of failures. */
  List<JavaClass> enums() {
    return classes.stream()
        .filter(type -> type.isAssignableTo(ErrorCode.class) && !type.isInterface())
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  /** The codes, sorted by their text. */
  List<ErrorCode> all() {
    return enums().stream()
        .flatMap(type -> List.of(type.reflect().getEnumConstants()).stream())
        .map(ErrorCode.class::cast)
        .sorted(Comparator.comparing(ErrorCode::code))
        .toList();
  }

  /**
   * The simple names of the classes that throw a failure with that code or report a finding with
   * it. An exception class does not count: the classes that call its factory or constructor do.
   */
  SortedSet<String> raisedIn(ErrorCode code) {
    SortedSet<String> names = new TreeSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Enum<?> constant = (Enum<?>) code;
    JavaClass type = classes.get(constant.getDeclaringClass());
    for (JavaFieldAccess access : type.getField(constant.name()).getAccessesToSelf()) {
      JavaCodeUnit origin = access.getOrigin();
      if (isFailure(origin.getOwner())) {
        addCallers(origin, names, seen);
      } else if (!origin.getOwner().equals(type) && passesCode(origin)) {
        names.add(nameOf(origin.getOwner()));
      }
    }
    return names;
  }

  private static void addCallers(
      JavaCodeUnit maker, SortedSet<String> names, Set<JavaCodeUnit> seen) {
    boolean makes =
        maker instanceof JavaConstructor || maker.getModifiers().contains(JavaModifier.STATIC);
    if (!makes || !seen.add(maker)) {
      return;
    }
    for (JavaAccess<?> access : maker.getAccessesToSelf()) {
      JavaCodeUnit caller = access.getOrigin();
      if (isFailure(caller.getOwner())) {
        addCallers(caller, names, seen);
      } else {
        names.add(nameOf(caller.getOwner()));
      }
    }
  }

  /** True if the method gives a code to another one; a method that only compares codes does not. */
  private static boolean passesCode(JavaCodeUnit unit) {
    return unit.getCallsFromSelf().stream()
            .flatMap(call -> call.getTarget().getRawParameterTypes().stream())
            .anyMatch(parameter -> parameter.isAssignableTo(ErrorCode.class))
        && !unit.getOwner().getPackageName().equals(EXPECTING);
  }

  /** True for an exception class of a family and for the classes nested in it, but the codes. */
  private static boolean isFailure(JavaClass type) {
    return outermost(type).isAssignableTo(MeshException.class)
        && !type.isAssignableTo(ErrorCode.class);
  }

  private static String nameOf(JavaClass type) {
    return outermost(type).getSimpleName();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ErrorCodes::outermost).orElse(type);
  }
}
