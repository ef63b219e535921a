package dev.meshsim.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packages that belong to the package they are in: used from it and from below it, and from nowhere
 * else. Failures are exempt, since anybody may catch them.
 */
final class InnerPackages {

  /**
   * An inner package.
   *
   * @param users other packages that may use it; the reason for each is in the list below
   */
  private record Inner(String name, String... users) {

    ArchRule rule() {
      String parent = name.substring(0, name.lastIndexOf('.'));
      String[] allowed =
          Stream.concat(Stream.of(parent, parent + ".*..", name + ".."), Stream.of(users))
              .toArray(String[]::new);
      return noClasses()
          .that(resideOutsideOfPackages(allowed))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(name + "..")
                  .and(not(assignableTo(MeshException.class).or(assignableTo(ErrorCode.class)))))
          .as("only " + String.join(", ", allowed) + " use " + name)
          .allowEmptyShould(true);
    }
  }

  /** The rules for the inner packages of the core. */
  static final List<ArchRule> CORE =
      rules(
          new Inner("dev.meshsim.share.field"),
          new Inner("dev.meshsim.jose.key"),
          // The dialect, and the vectors for it, derive the key of an escrow entry with HKDF.
          new Inner("dev.meshsim.jose.cipher", "dev.meshsim.dialect", "dev.meshsim.vectors"),
          // An import and the log commands read an old log record by record, as the verifier does.
          new Inner(
              "dev.meshsim.audit.record", "dev.meshsim.portal.migration", "dev.meshsim.cli.log"));

  /** The rules for the inner packages of the stores. */
  static final List<ArchRule> STORES =
      rules(
          new Inner("dev.meshsim.store.registry.hive"), new Inner("dev.meshsim.store.h2.database"));

  private static List<ArchRule> rules(Inner... packages) {
    return Stream.of(packages).map(Inner::rule).toList();
  }

  private InnerPackages() {}
}
