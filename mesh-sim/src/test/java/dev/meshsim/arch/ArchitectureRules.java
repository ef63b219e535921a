package dev.meshsim.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.meshsim.bytes.SecretBytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The architecture rules of every module; each module has a test that applies them. */
public final class ArchitectureRules {

  private static final Set<String> TIME_METHODS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");
  private static final Set<Class<?>> RANDOM_CLASSES =
      Set.of(Random.class, SecureRandom.class, ThreadLocalRandom.class);

  private ArchitectureRules() {}

  /**
   * The main classes of the module whose test runs, in a package and below it.
   *
   * @throws AssertionError unless they are as many as the module's source files there: a scan that
   *     misses classes would pass every rule
   */
  public static JavaClasses mainClasses(String packageName) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(packageName);
    long scanned =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .count();
    int sources = SourceTree.ofModule(Path.of("")).below(packageName).size();
    if (scanned != sources || sources == 0) {
      throw new AssertionError(
          scanned + " classes were scanned for " + sources + " source files of " + packageName);
    }
    return classes;
  }

  /** The rules that hold for every class of every module. */
  public static void checkCommonRules(JavaClasses classes) {
    noCycles().check(classes);
    noClocks().check(classes);
    noRandomness().check(classes);
    noPlatformDefaults().check(classes);
    Words.RULES.forEach(rule -> rule.check(classes));
    InnerPackages.CORE.forEach(rule -> rule.check(classes));
    InnerPackages.STORES.forEach(rule -> rule.check(classes));
  }

  /** Packages have no cyclic dependencies. */
  public static ArchRule noCycles() {
    return slices().matching("dev.meshsim.(**)").should().beFreeOfCycles();
  }

  /** Time comes from the world. */
  public static ArchRule noClocks() {
    return noClasses()
        .that(residesOutsideWorld())
        .should()
        .accessTargetWhere(
            access(
                "a clock",
                a ->
                    TIME_METHODS.contains(a.getTarget().getName())
                        && (a.getTargetOwner().getPackageName().equals("java.time")
                            || a.getTargetOwner().isEquivalentTo(System.class)
                            || a.getTargetOwner().isEquivalentTo(Clock.class))));
  }

  /** Randomness comes from the world. */
  public static ArchRule noRandomness() {
    return noClasses()
        .that(residesOutsideWorld())
        .should()
        .accessTargetWhere(
            access(
                "a source of randomness",
                a ->
                    (a.getTarget().getName().equals("<init>")
                            && RANDOM_CLASSES.stream().anyMatch(a.getTargetOwner()::isEquivalentTo))
                        || a.getTargetOwner().isEquivalentTo(ThreadLocalRandom.class)
                        || (a.getTargetOwner().isEquivalentTo(SecureRandom.class)
                            && a.getTarget().getName().startsWith("getInstance"))
                        || (a.getTargetOwner().isEquivalentTo(UUID.class)
                            && a.getTarget().getName().equals("randomUUID"))
                        || (a.getTargetOwner().isEquivalentTo(Math.class)
                            && a.getTarget().getName().equals("random"))));
  }

  /** Results do not depend on the platform: no default locale, zone or character set is read. */
  public static ArchRule noPlatformDefaults() {
    return noClasses()
        .should()
        .accessTargetWhere(access("a platform default", DefaultLocale::isReadBy));
  }

  /** Secret octets are read only in these packages. */
  public static ArchRule secretsStayIn(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .accessTargetWhere(
            access(
                "SecretBytes.expose",
                a ->
                    a.getTargetOwner().isEquivalentTo(SecretBytes.class)
                        && a.getTarget().getName().equals("expose")));
  }

  /** Only {@code packages}, those of the command, write to the console. */
  public static ArchRule noConsole(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .accessTargetWhere(
            access(
                "the console",
                a ->
                    a.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err", "exit").contains(a.getTarget().getName())));
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
      residesOutsideWorld() {
    return DescribedPredicate.not(resideInAPackage("dev.meshsim.world.."));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, java.util.function.Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(what, test);
  }
}
