package dev.meshsim.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.meshsim.audit.record.LogFrames;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.cipher.AesGcm;
import dev.meshsim.jose.key.KeyKind;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.testing.Once;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Once
class CoreArchitectureTest {

  private static final String[] SECRET_READERS = {
    "dev.meshsim.udf..",
    "dev.meshsim.share..",
    "dev.meshsim.jose..",
    "dev.meshsim.profile..",
    "dev.meshsim.ssh..",
    "dev.meshsim.log.jlog..",
    "dev.meshsim.protect..",
    "dev.meshsim.machine..",
    "dev.meshsim.session..",
    "dev.meshsim.sim.oracle.fact.."
  };

  private final JavaClasses classes = ArchitectureRules.mainClasses("dev.meshsim");

  @Test
  void packagesFormLayersWithoutCycles() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("values")
        .definedBy("dev.meshsim.bytes..", "dev.meshsim.error..")
        .layer("world")
        .definedBy("dev.meshsim.world..")
        .layer("formats")
        .definedBy("dev.meshsim.udf..", "dev.meshsim.share..", "dev.meshsim.jose..")
        .layer("json")
        .definedBy("dev.meshsim.json..")
        .layer("dialect")
        .definedBy("dev.meshsim.dialect..")
        .layer("ssh")
        .definedBy("dev.meshsim.ssh..")
        .layer("files")
        .definedBy("dev.meshsim.files..")
        .layer("log")
        .definedBy("dev.meshsim.log..")
        .layer("trees")
        .definedBy(
            "dev.meshsim.transparency.tree..",
            "dev.meshsim.transparency.note..",
            "dev.meshsim.transparency.map..")
        .layer("transparency")
        .definedBy("dev.meshsim.transparency", "dev.meshsim.transparency.peer..")
        .layer("witness")
        .definedBy("dev.meshsim.transparency.witness..")
        .layer("portal's log")
        .definedBy("dev.meshsim.transparency.service..")
        .layer("audit")
        .definedBy("dev.meshsim.audit..")
        .layer("profile")
        .definedBy("dev.meshsim.profile..")
        .layer("protocol")
        .definedBy("dev.meshsim.protocol..")
        .layer("protect")
        .definedBy("dev.meshsim.protect..")
        .layer("portal")
        .definedBy("dev.meshsim.portal..")
        .layer("machine")
        .definedBy("dev.meshsim.machine..")
        .layer("session")
        .definedBy("dev.meshsim.session..")
        .layer("schema")
        .definedBy("dev.meshsim.schema..")
        .layer("sim")
        .definedBy("dev.meshsim.sim..")
        .whereLayer("schema")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("sim")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("sim")
        .whereLayer("portal")
        .mayOnlyBeAccessedByLayers("session", "schema", "sim")
        .whereLayer("machine")
        .mayOnlyBeAccessedByLayers("session", "sim")
        .whereLayer("protect")
        .mayOnlyBeAccessedByLayers(
            "transparency",
            "witness",
            "portal's log",
            "portal",
            "machine",
            "session",
            "schema",
            "sim")
        .whereLayer("protocol")
        .mayOnlyBeAccessedByLayers("portal", "machine", "session", "schema", "sim")
        .whereLayer("profile")
        .mayOnlyBeAccessedByLayers("protocol", "portal", "machine", "session", "schema", "sim")
        .whereLayer("ssh")
        .mayOnlyBeAccessedByLayers("session")
        .whereLayer("dialect")
        .mayOnlyBeAccessedByLayers(
            "profile", "protocol", "protect", "portal", "machine", "session", "schema", "sim")
        .whereLayer("audit")
        .mayOnlyBeAccessedByLayers("portal")
        .whereLayer("transparency")
        .mayOnlyBeAccessedByLayers(
            "witness", "portal's log", "protocol", "portal", "machine", "session", "schema", "sim")
        .whereLayer("witness")
        .mayOnlyBeAccessedByLayers("portal's log", "sim")
        .whereLayer("portal's log")
        .mayOnlyBeAccessedByLayers("portal", "sim")
        .whereLayer("trees")
        .mayOnlyBeAccessedByLayers(
            "log", "transparency", "witness", "portal's log", "protect", "portal", "session", "sim")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers(
            "transparency",
            "portal's log",
            "protocol",
            "protect",
            "portal",
            "machine",
            "schema",
            "sim")
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("log", "witness", "portal", "machine", "session", "sim")
        .check(classes);
  }

  @Test
  void theFormatsDoNoInputOrOutput() {
    formatsWithoutFiles().check(classes);
  }

  @Test
  void theCommonRulesHold() {
    ArchitectureRules.checkCommonRules(classes);
  }

  @Test
  void clientsAndServiceShareNothingButOctets() {
    noClasses()
        .that()
        .resideInAPackage("dev.meshsim.portal.service..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.meshsim.portal", "dev.meshsim.portal.migration..", "dev.meshsim.session..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("dev.meshsim.session..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.meshsim.portal.service..")
        .check(classes);
  }

  @Test
  void secretOctetsAreReadInFewPlaces() {
    ArchitectureRules.secretsStayIn(SECRET_READERS).check(classes);
  }

  @Test
  void nothingWritesToTheConsole() {
    ArchitectureRules.noConsole().check(classes);
  }

  @Test
  void theRulesCatchWhatTheyForbid() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    caught(ArchitectureRules.noClocks(), offender);
    caught(ArchitectureRules.noRandomness(), offender);
    caught(ArchitectureRules.noPlatformDefaults(), offender);
    caught(ArchitectureRules.noConsole(), offender);
    caught(ArchitectureRules.secretsStayIn(SECRET_READERS), offender);
    InnerPackages.CORE.forEach(rule -> caught(rule, offender));
    caught(Words.RULES.get(0), offender);
    caught(Words.RULES.get(1), new ClassFileImporter().importClasses(Offender.class, Loud.class));
  }

  @Test
  void aScanThatFindsNothingFails() {
    assertThrows(AssertionError.class, () -> ArchitectureRules.mainClasses("dev.meshsim.nothing"));
  }

  private static void caught(ArchRule rule, JavaClasses offender) {
    assertThrows(AssertionError.class, () -> rule.check(offender));
  }

  private static ArchRule formatsWithoutFiles() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "dev.meshsim.udf..",
            "dev.meshsim.share..",
            "dev.meshsim.jose..",
            "dev.meshsim.dialect..",
            "dev.meshsim.profile..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..");
  }

  /** A failure that shows any text. */
  static final class Loud extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Loud(String text) {
      super(text);
    }
  }

  /** A class that breaks every rule. */
  @SuppressWarnings({"unused", "NewApi"})
  static final class Offender {
    Instant time = Instant.now();
    Random random = new Random();
    Locale locale = Locale.getDefault();
    List<Class<?>> inner = List.of(PrimeField.class, KeyKind.class, AesGcm.class, LogFrames.class);

    void offend(SecretBytes secret) {
      System.out.println(secret.expose().length);
    }
  }
}
