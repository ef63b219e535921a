package dev.meshsim.store.h2;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;

@Once
class DatabaseArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.store.h2");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole("nobody").check(classes);
  }
}
