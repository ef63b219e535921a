package dev.meshsim.vectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.bytes.SecretBytes;
import org.junit.jupiter.api.Test;

class VectorsArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.vectors");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
  }

  /** The keys of vectors are public on purpose, but one class alone makes them so. */
  @Test
  void secretOctetsAreReadInOneClass() {
    noClasses()
        .that()
        .doNotHaveSimpleName("VectorKeys")
        .should()
        .callMethod(SecretBytes.class, "expose")
        .check(classes);
  }
}
