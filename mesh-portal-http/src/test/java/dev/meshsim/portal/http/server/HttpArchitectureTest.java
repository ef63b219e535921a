package dev.meshsim.portal.http.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;

@Once
class HttpArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.portal.http");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
    ArchitectureRules.secretsStayIn("nobody").check(classes);
  }

  @Test
  void aServiceIsReachedThroughAPortalOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.meshsim.portal.service..")
        .check(classes);
  }
}
