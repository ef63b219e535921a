package dev.meshsim.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.profile.ShareCommand;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Once
class CommandArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.cli");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
  }

  /**
   * Classes that print or write a secret, key, content or export that the user asked for by name.
   */
  @Test
  void secretOctetsAreReadInFewClasses() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ShareCommand.Combine.class.getName())
        .and()
        .doNotHaveSimpleName("ArchiveFile")
        .and()
        .doNotHaveSimpleName("KeyPrinter")
        .and()
        .doNotHaveSimpleName("EncryptedFile")
        .and()
        .doNotHaveSimpleName("WitnessDirectory")
        .should()
        .callMethod(SecretBytes.class, "expose")
        .check(classes);
  }
}
