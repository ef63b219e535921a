package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineArchiveTest {

  private final World world = World.seeded(31);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());

  @Test
  void whatIsReadIsWhatWasWritten() {
    MeshMachine desktop = alice();
    MeshMachineCached asking = new MeshMachineCached(world, "asking");
    MeshSession session = new MeshSession(asking, portal);
    session.connect(session.createDevice(), "alice@example.com");
    for (MeshMachine machine : new MeshMachine[] {desktop, asking}) {
      SecretBytes archive = MachineArchive.write(machine.store());
      MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
      assertTrue(MachineArchive.read(archive).into(copy) >= 6);
      assertEquals(archive, MachineArchive.write(copy));
    }
  }

  @Test
  void aCopiedMachineWorks() {
    MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
    try (MachineArchive archive = MachineArchive.read(MachineArchive.write(alice().store()))) {
      archive.into(copy);
    }
    MeshSession session = new MeshSession(new MeshMachine(world, "copy", copy), portal);
    assertTrue(session.personalSession("alice@example.com").connectPending().pending().isEmpty());
  }

  @Test
  void aStoreThatHoldsSomethingIsNotOverwritten() {
    SecretBytes archive = MachineArchive.write(alice().store());
    MeshMachineCached other = new MeshMachineCached(world, "other");
    new MeshSession(other, portal).createDevice();
    SecretBytes before = MachineArchive.write(other.store());
    MachineException e =
        assertThrows(
            MachineException.class, () -> MachineArchive.read(archive).into(other.store()));
    assertEquals(MachineException.Code.NOT_EMPTY, e.errorCode());
    assertEquals(before, MachineArchive.write(other.store()));
  }

  @Test
  void numbersOfAnUnprotectedHeaderAreKeptAsWritten() {
    String header =
        "\"header\":{\"n\":1e400,\"m\":1.10,\"o\":100000000000000000000.5,\"p\":[-0,1E+2]},";
    String text = text().replaceFirst("\"signature\":", header + "\"signature\":");
    assertTrue(text.contains("1e400"), text);
    SecretBytes archive = SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
    try (MachineArchive read = MachineArchive.read(archive)) {
      read.into(copy);
    }
    assertEquals(archive, MachineArchive.write(copy));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("{\"Account\":{}}", "the member Account is missing at column"),
        Arguments.of(
            "{\"Account\":{\"Account\":\"a\\ud800b\",\"Profile\":\"%s\"}}", "not JSON at column"),
        Arguments.of(
            "{\"Behind\":{\"Account\":\"a\",\"Lag\":{\"Profile\":\"%s\"}}}", "another shape"),
        Arguments.of("{\"Behind\":{\"Account\":\"a\"}}", "the member Lag is missing"),
        Arguments.of("{\"Default\":{\"Of\":\"PRIVATE_KEY\",\"Name\":\"x\"}}", "a kind"),
        Arguments.of("{\"Default\":{\"Of\":\"NOTHING\",\"Name\":\"x\"}}", "another shape"),
        Arguments.of("{\"Default\":{\"Of\":\"DEVICE\",\"Name\":\"\u00ff\"}}", "not UTF-8"),
        Arguments.of("{\"Key\":{\"UDF\":hunter2}}", "not JSON at column"),
        Arguments.of("{\"Key\":{\"UDF\":\"%1$s\",\"UDF\":\"%1$s\"}}", "twice"),
        Arguments.of("{\"Key\":{\"UDF\":\"%s\",\"Jwk\":{\"kty\":\"OKP\"}}}", ""),
        Arguments.of("{\"Secret\":{}}", "another shape"),
        Arguments.of("", ""));
  }

  /** Octets, so that one can be wrong. */
  @ParameterizedTest
  @MethodSource("wrong")
  void aBadLineIsNamedAndNotRepeated(String line, String why) {
    String text = text() + line.formatted("MB3G-CD76-W7RI-7ZFU-SIBV-5Q3N-2C66") + "\n";
    MachineException e = refused(text);
    assertTrue(e.problem().startsWith("line " + text.lines().count() + " "), e.problem());
    assertTrue(e.problem().contains(why), e.problem());
    assertFalse(e.problem().contains("hunter2"), e.problem());
    assertTrue(e.hint().contains("nothing was imported"), e.hint());
  }

  @Test
  void aLineThatIsThereTwiceIsNamedWithTheOther() {
    String text = text();
    List<String> lines = text.lines().toList();
    MachineException e = refused(text + lines.get(3) + "\n");
    assertEquals(
        "line %d of the archive is wrong: line 4 is the same record".formatted(lines.size() + 1),
        e.problem());
  }

  @Test
  void anArchiveThatWasCutAnywhereIsRefused() {
    String text = text();
    for (int length = 0; length < text.length() - 1; length += Exhaustive.step(7)) {
      refused(text.substring(0, length));
    }
    MachineException e = refused(text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
    assertTrue(e.problem().startsWith("line 1 "), e.problem());
    assertEquals(
        "line 1 of the archive is wrong: it is missing, since the archive is empty",
        refused("").problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"MachineArchive\":{\"Format\":2,\"Mode\":\"TEST\",\"Records\":0}}",
        "{\"MachineArchive\":{\"Format\":1,\"Records\":0}}",
        "{\"MachineArchive\":{\"Format\":1,\"Mode\":\"BOTH\",\"Records\":0}}",
        "{\"MachineArchive\":{\"Format\":1,\"Mode\":\"TEST\"}}",
        "{\"MachineArchive\":{\"Format\":1,\"Mode\":\"TEST\",\"Records\":1}}",
        "{\"Default\":{\"Of\":\"DEVICE\",\"Name\":\"x\"}}"
      })
  void anotherFirstLineIsRefused(String line) {
    assertTrue(refused(line + "\n").problem().startsWith("line 1 "));
  }

  @Test
  void testDataNeverBecomesProductionDataNorTheOtherWayRound() {
    for (StoreMode mode : StoreMode.values()) {
      StoreMode other = mode == StoreMode.TEST ? StoreMode.PRODUCTION : StoreMode.TEST;
      MachineStore from = new MemoryMachineStore(mode);
      SampleRecords.all().forEach(r -> from.commit(List.of(new MachineChange.Put(r))));
      MachineArchive archive = MachineArchive.read(MachineArchive.write(from));
      MachineStore to = new MemoryMachineStore(other);
      MachineException e = assertThrows(MachineException.class, () -> archive.into(to));
      assertEquals(MachineException.Code.MODES_DIFFER, e.errorCode());
      assertEquals("", LogicalContent.of(to));
      assertEquals(SampleRecords.all().size(), archive.into(new MemoryMachineStore(mode)));
    }
  }

  private String text() {
    return new String(MachineArchive.write(alice().store()).expose(), StandardCharsets.ISO_8859_1);
  }

  private static MachineException refused(String text) {
    SecretBytes archive = SecretBytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
    MachineException e = assertThrows(MachineException.class, () -> MachineArchive.read(archive));
    assertEquals(MachineException.Code.BAD_ARCHIVE, e.errorCode());
    return e;
  }

  @Test
  void aKeyUnderTheNameOfAnotherIsRefusedWithItsLine() {
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED25519);
    MachineStore store = new MemoryMachineStore(StoreMode.TEST);
    store.commit(List.of(new MachineChange.Put(key)));
    String good = new String(MachineArchive.write(store).expose(), StandardCharsets.ISO_8859_1);
    String other = SampleRecords.key(KeySpec.ED448).udf().text();
    MachineException e = refused(good.replace(key.udf().text(), other));
    assertTrue(e.problem().startsWith("line 2 of the archive"), e::problem);
    assertTrue(e.problem().contains(other), e::problem);
  }

  private MeshMachine alice() {
    MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    MeshSession session = new MeshSession(machine, portal);
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    session.createAccount("alice@example.com", profile).add(new PasswordProfile(true));
    return machine;
  }
}
