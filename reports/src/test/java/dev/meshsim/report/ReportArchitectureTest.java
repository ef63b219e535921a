package dev.meshsim.report;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;

@Once
class ReportArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.report");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
    ArchitectureRules.secretsStayIn("nobody").check(classes);
  }
}
