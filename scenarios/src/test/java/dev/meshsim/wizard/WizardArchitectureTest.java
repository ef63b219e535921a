package dev.meshsim.wizard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;

@Once
class WizardArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.wizard");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
    ArchitectureRules.secretsStayIn("nobody").check(classes);
  }

  @Test
  void theTasksKnowNoTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.meshsim.wizard.terminal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jline..", "dev.meshsim.wizard.terminal", "dev.meshsim.cli..")
        .check(classes);
  }
}
