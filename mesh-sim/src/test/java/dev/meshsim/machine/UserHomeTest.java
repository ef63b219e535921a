package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The home directory of the person, and what is usual on a platform. */
class UserHomeTest {

  private static final String HOME = System.getProperty("user.home");

  @TempDir private Path directory;

  @AfterEach
  void restore() {
    System.setProperty("user.home", HOME);
  }

  private static MeshException refused(String home) {
    System.setProperty("user.home", home);
    MeshException e =
        Failing.with(MachineException.Code.NO_HOME, () -> UserHome.resolve(".mmm"), home);
    assertTrue(e.hint().contains("-Duser.home="), e::hint);
    assertTrue(e.hint().contains("nothing was made"), e::hint);
    return e;
  }

  @Test
  void aNameIsResolvedInTheHomeDirectoryAndNotMade() {
    System.setProperty("user.home", directory.toString());
    assertEquals(directory.resolve(".mmm"), UserHome.resolve(".mmm"));
    assertFalse(Files.exists(directory.resolve(".mmm")));
  }

  @Test
  void aLinkToAHomeDirectoryIsKeptAsItIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("alice"), directory);
    System.setProperty("user.home", link.toString());
    assertEquals(link.resolve(".mmm"), UserHome.resolve(".mmm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aHomeThatIsNotSetIsNotTheWorkingDirectory(String home) {
    assertTrue(refused(home).problem().contains("user.home is not set"));
    System.clearProperty("user.home");
    Failing.with(MachineException.Code.NO_HOME, () -> UserHome.resolve(".mmm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", ".", "home/alice", "\0", "~"})
  void aRelativeHomeIsRefused(String home) {
    assertTrue(refused(home).problem().endsWith(": user.home is not an absolute path"));
  }

  @Test
  void aHomeThatIsNoDirectoryIsRefused() throws IOException {
    Path absent = directory.resolve("absent");
    assertEquals(absent.toString(), refused(absent.toString()).place());
    assertFalse(Files.exists(absent));
    Path file = Files.writeString(directory.resolve("file"), "mine");
    assertEquals(file + ": is not a directory", refused(file.toString()).problem());
    Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), absent);
    assertTrue(refused(dangling.toString()).problem().contains("is not there"));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, file",
    "Mac OS X, file",
    "FreeBSD, file",
    "'', file",
    "Windows 11, registry",
    "WINDOWS SERVER 2022, registry"
  })
  void everyPlatformHasAUsualKindOfStore(String system, String kind) {
    assertEquals(kind, ThisComputer.usualKind(system));
  }

  @Test
  void aMissingModuleIsNamed() {
    assumeTrue(MachineStores.find("file").isEmpty(), "the module is on this class path");
    MeshException e =
        Failing.with(MachineException.Code.NO_USUAL_STORE, MeshMachine::ofThisComputer);
    String kind = ThisComputer.usualKind(System.getProperty("os.name"));
    assertTrue(e.hint().contains("the artifact dev.meshsim:mesh-store-" + kind), e::hint);
    Failing.with(MachineException.Code.NO_USUAL_STORE, MeshMachine::forTesting);
    Failing.with(MachineException.Code.UNKNOWN_STORE, () -> MeshMachine.forTesting("h2"));
  }

  @Test
  void aStoreInMemoryHasNoUsualPlace() {
    MeshException e =
        Failing.with(
            MachineException.Code.NO_USUAL_PLACE, () -> MeshMachine.ofThisComputer("memory"));
    assertTrue(e.problem().contains("memory"), e::problem);
    Failing.with(MachineException.Code.NO_USUAL_PLACE, () -> MeshMachine.forTesting("memory"));
  }
}
