package dev.meshsim.light;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;

@Once
class LightArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.light");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
    ArchitectureRules.secretsStayIn("nobody").check(classes);
  }

  @Test
  void itIsForClientsOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.meshsim.portal.service..",
            "dev.meshsim.portal.http.server..",
            "dev.meshsim.log..",
            "dev.meshsim.sim..",
            "dev.meshsim.share..")
        .check(classes);
  }
}
