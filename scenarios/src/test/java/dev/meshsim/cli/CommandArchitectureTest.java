package dev.meshsim.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CommandArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.cli");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.noCycles().check(classes);
    ArchitectureRules.noClocks().check(classes);
    ArchitectureRules.noRandomness().check(classes);
    ArchitectureRules.noPlatformDefaults().check(classes);
  }
}
