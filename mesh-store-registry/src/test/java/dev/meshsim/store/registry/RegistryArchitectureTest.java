package dev.meshsim.store.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.testing.Once;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Once
class RegistryArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.store.registry");

  @Test
  void theRulesOfEveryModuleHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole().check(classes);
  }

  @Test
  void theDiskIsReachedThroughOneLayer() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Files.class).check(classes);
  }

  @Test
  void onlyTheProviderAndTheInnerPackageArePublic() {
    classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackage("dev.meshsim.store.registry.hive")
        .should()
        .haveSimpleName("RegistryStoreProvider")
        .check(classes);
  }
}
