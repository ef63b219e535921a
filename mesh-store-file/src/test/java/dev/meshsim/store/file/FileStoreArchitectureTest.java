package dev.meshsim.store.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.testing.Once;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Once
class FileStoreArchitectureTest {

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim.store.file");

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
    ArchitectureRules.noConsole().check(classes);
  }

  @Test
  void secretsAreReadByThePackageOfKeyFilesOnly() {
    noClasses().should().callMethod(SecretBytes.class, "expose").check(classes);
  }

  @Test
  void theDiskIsReachedThroughOneLayer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.channels..")
        .check(classes);
  }
}
