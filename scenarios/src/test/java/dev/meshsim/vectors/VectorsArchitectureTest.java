package dev.meshsim.vectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Once
class VectorsArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.vectors");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
  }

  /** The private keys of vectors are published on purpose, but only by one class. */
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
