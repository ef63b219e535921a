package dev.meshsim.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.meshsim.arch.SourceTree;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The error codes of all modules: their grammar, their use and their page. */
@Once
class ErrorReferenceTest {

  private static final Set<String> STORES = Set.of("database", "file", "jlog", "registry");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

  private static ErrorCodes codes;

  @BeforeAll
  static void readTheClasses() throws IOException {
    codes = ErrorCodes.ofTheProgram();
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/errors.md"), ErrorReference.markdown(codes));
  }

  @Test
  void everyModuleIsRead() {
    Set<String> families =
        codes.all().stream().map(ErrorReference::family).collect(Collectors.toSet());
    for (String family :
        List.of("cli", "files", "share", "store.database", "store.file", "store.registry")) {
      assertTrue(families.contains(family), family + " is not in " + families);
    }
    assertTrue(codes.all().size() >= 150, "only " + codes.all().size() + " codes were found");
  }

  /** The reader of scenarios finds the codes by these lists. */
  @Test
  void eachModuleListsItsEnumsOfCodes() throws IOException {
    int found = 0;
    for (Path module : SourceTree.modules(Golden.root())) {
      Path list = module.resolve("src/main/resources/META-INF/dev.meshsim/error-codes");
      Set<String> own = new TreeSet<>();
      for (JavaClass type : codes.enums()) {
        String outer = type.getName().substring(0, type.getName().indexOf('$'));
        if (Files.exists(
            module.resolve("src/main/java").resolve(outer.replace('.', '/') + ".java"))) {
          own.add(type.getName());
        }
      }
      found += own.size();
      List<String> listed = Files.exists(list) ? Files.readAllLines(list) : List.of();
      assertEquals(List.copyOf(own), listed, list + "");
    }
    assertEquals(codes.enums().size(), found);
  }

  @Test
  void aCodeIsUniqueAndHasTheNameOfItsConstant() {
    Set<String> seen = new HashSet<>();
    for (ErrorCode code : codes.all()) {
      assertTrue(seen.add(code.code()), code.code() + " is there twice");
      String reason = code.code().substring(code.code().lastIndexOf('.') + 1);
      String name = ((Enum<?>) code).name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertEquals(name, reason, code.code());
      String[] parts = code.code().split("\\.");
      if (parts[0].equals("store") && parts.length > 2) {
        assertTrue(STORES.contains(parts[1]), code.code());
      }
    }
  }

  @Test
  void everyCodeIsRaisedSomewhere() {
    List<String> unused =
        codes.all().stream()
            .filter(code -> codes.raisedIn(code).isEmpty())
            .map(ErrorCode::code)
            .toList();
    assertEquals(List.of(), unused, "codes that no class throws or reports");
  }

  @Test
  void aCodeIsAConstantOfTheEnumInAnExceptionClass() {
    for (JavaClass type : codes.enums()) {
      assertTrue(type.isEnum() && type.getSimpleName().equals("Code"), type.getName());
      assertTrue(
          type.getEnclosingClass().orElseThrow().isAssignableTo(MeshException.class),
          type.getName());
    }
    noClasses()
        .that()
        .areNotAssignableTo(ErrorCode.class)
        .should()
        .callConstructor(ErrorCode.Text.class, String.class, String.class, String.class)
        .because("a code is a constant of the enum of its family")
        .check(codes.classes());
  }

  @Test
  void theTextOfACodeIsWrittenOnlyInItsEnum() throws IOException {
    Map<String, ErrorCode> texts =
        codes.all().stream().collect(Collectors.toMap(ErrorCode::code, Function.identity()));
    Set<String> found = new TreeSet<>();
    int files = 0;
    for (Path file : mainSources()) {
      files++;
      Matcher literals = LITERAL.matcher(Files.readString(file));
      while (literals.find()) {
        ErrorCode code = texts.get(literals.group(1));
        if (code != null && !file.getFileName().toString().equals(familyFile(code))) {
          found.add(file.getFileName() + " has \"" + code.code() + "\"");
        }
      }
    }
    assertEquals(Set.of(), found, "write the constant instead");
    assertTrue(files > 500, "only " + files + " source files were found");
  }

  private static String familyFile(ErrorCode code) {
    return ((Enum<?>) code).getDeclaringClass().getEnclosingClass().getSimpleName() + ".java";
  }

  private static List<Path> mainSources() {
    return SourceTree.modules(Golden.root()).stream()
        .flatMap(module -> SourceTree.ofModule(module).files().stream())
        .toList();
  }
}
