package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, foreign or open to others are refused by name and left unchanged. */
class FilesRefusedTest extends RegistryFixture {

  private String content;

  @BeforeEach
  void fill() {
    content = filled();
  }

  private Path named(String kind) {
    return switch (kind) {
      case "hive" -> layout().hive();
      case "profile" -> fileNamed(layout().roaming(), "PersonalProfile-");
      case "request" -> fileNamed(layout().roaming(), "ConnectionRequest-");
      case "device" -> fileNamed(layout().local(), "DeviceProfile-");
      case "keys" -> fileNamed(layout().local(), "PrivateKeys");
      case "password" -> layout().password();
      case "roaming" -> layout().roaming();
      default -> throw new AssertionError(kind);
    };
  }

  @Test
  void everythingIsForTheUserAlone() throws Exception {
    for (String kind : new String[] {"hive", "profile", "request", "device", "keys", "password"}) {
      assertEquals("rw-------", mode(named(kind)), kind);
    }
    for (Path directory : layout().directories()) {
      assertEquals("rwx------", mode(directory), directory.toString());
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "profile", "device", "keys", "password"})
  void aWiderModeIsRefused(String kind) throws Exception {
    Path file = named(kind);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    refused("files.wide-mode", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "profile", "keys", "password"})
  void anotherUsersFileIsRefused(String kind) throws Exception {
    Path file = named(kind);
    giveAway(file);
    refused("files.foreign", file);
  }

  private static void giveAway(Path file) throws IOException {
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assumeTrue(false, "only the superuser can give a file away");
    }
  }

  @Test
  void aDirectoryThatOthersMayEnterIsRefused() throws Exception {
    Files.setPosixFilePermissions(layout().local(), PosixFilePermissions.fromString("rwxr-xr-x"));
    refused("files.wide-mode", layout().local());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "profile", "device", "keys", "password", "roaming"})
  void aPlantedLinkIsNotFollowed(String kind) throws Exception {
    Path file = named(kind);
    Path elsewhere = home.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    refused("files.not-a-file", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "profile", "keys", "password"})
  void aPipeOrADirectoryIsNotRead(String kind) throws Exception {
    Path file = named(kind);
    Files.delete(file);
    Files.createDirectory(file);
    refused("files.not-a-file", file);
    Files.delete(file);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is not installed");
    assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
    assertEquals("files.not-a-file", assertThrows(MeshException.class, this::open).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "device", "keys", "password"})
  void aFileThatIsGoneIsNamed(String kind) throws Exception {
    Path file = named(kind);
    Files.delete(file);
    MeshException e = refused("store.registry.missing-file", file);
    String hive = layout().hive() + ":";
    String namedBy =
        switch (kind) {
          case "profile" -> "it is the personal profile that \"" + SampleRecords.profile();
          case "device" -> "it is the device profile that \"M";
          case "keys" -> "it is the store of the private keys that @ of PrivateKeys at " + hive;
          default -> "it is the account password, which opens the private keys that @ of Priv";
        };
    assertTrue(e.problem().contains(namedBy), e.problem());
    assertEquals(kind.equals("password"), !e.problem().contains(" at " + hive), e.problem());
    assertTrue(e.hint().startsWith("restore it from a copy"), e.hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "request", "device", "keys", "password"})
  void aFileThatIsCutIsRefused(String kind) {
    Path file = named(kind);
    byte[] whole = read(file);
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 2}) {
      write(file, Arrays.copyOf(whole, length));
      refused(
          kind.equals("keys") || kind.equals("password")
              ? "store.registry.key-file"
              : "store.registry.xml",
          file);
    }
  }

  @Test
  void aProfileOfAnotherPersonIsNotTakenForThisOne() throws Exception {
    Path profile = named("profile");
    String mine = SampleRecords.profile().text();
    String other = mine.substring(0, mine.length() - 1) + (mine.endsWith("A") ? "B" : "A");
    String xml = Files.readString(profile).replace(mine, other);
    write(profile, xml.getBytes(StandardCharsets.UTF_8));
    refused("store.registry.mismatch", profile);
  }

  @Test
  void aDocumentTypeBehindOtherLettersIsToldOf() {
    String xml = "<!-- " + "\u00df".repeat(9000) + " --><!DOCTYPE map>";
    try (MachineStore store = open()) {
      write(named("profile"), xml.getBytes(StandardCharsets.UTF_8));
      List<Finding> findings = store.check();
      assertEquals("store.registry.xml", findings.get(0).code());
      assertEquals(named("profile") + ":1", findings.get(0).place());
    }
    refused("store.registry.xml", named("profile"));
  }

  @Test
  void aRecordOfAnotherKindIsRefused() {
    write(named("profile"), read(named("device")));
    MeshException e = refused("store.registry.xml", named("profile"));
    assertTrue(e.problem().contains("SignedPersonalProfile"), e.problem());
  }

  @Test
  void aKeyFileOfAnotherMachineIsRefused() throws Exception {
    Path other = home.resolve("other");
    try (MachineStore store =
        RegistryMachineStore.open(
            DurableFiles.real(), other, StoreMode.TEST, World.seeded(53).stream("bob", "store"))) {
      put(store, SampleRecords.key(KeySpec.ED25519), SampleRecords.key(KeySpec.X25519));
    }
    Path theirs = fileNamed(new Layout(other, StoreMode.TEST).local(), "PrivateKeys");
    write(named("keys"), read(theirs));
    MeshException e = refused("store.registry.key-file", named("keys"));
    assertTrue(e.problem().contains("its MAC is wrong"), e.problem());
  }

  @Test
  void aKeyIsNotTakenForOneOfAnotherKindOrPlace() {
    editHive(hive -> hive.replace("=\"ED25519\"", "=\"ED448\""));
    MeshException kind = refused("store.registry.value", layout().hive());
    assertTrue(kind.problem().contains(" is of the kind ED25519, not ED448"), kind.problem());
    assertEquals("write ED25519 there; nothing was changed", kind.hint());
    editHive(hive -> hive.replaceFirst("\"[^\"]*\"=\"ED448\"\r\n", ""));
    MeshException e = refused("store.registry.value", layout().hive());
    assertTrue(e.problem().contains("which has no value here"), e.problem());
    editHive(hive -> hive.replace("=\"X25519\"", "=\"X25519\"\r\n\"MDDK-7N6A\"=\"X25519\""));
    assertEquals("store.registry.value", assertThrows(MeshException.class, this::open).code());
  }

  @Test
  void aKindOfManyUsesIsNamedWithAllOfThem() {
    editHive(hive -> hive.replace("=\"X25519\"", "=\"x25519\""));
    MeshException e = refused("store.registry.value", layout().hive());
    assertTrue(e.problem().contains("\"x25519\" is no kind of key"), e.problem());
    assertTrue(e.hint().startsWith("write one of ED25519, ED448, P256_SIGN, "), e.hint());
    editHive(hive -> hive.replace("=\"x25519\"", "=\"X25519\""));
    try (MachineStore store = open()) {
      put(store, SampleRecords.key(KeySpec.P256_SIGN));
    }
    editHive(hive -> hive.replace("=\"P256_SIGN\"", "=\"X448\""));
    e = refused("store.registry.value", layout().hive());
    assertEquals("write P256_SIGN or P256_AGREE there; nothing was changed", e.hint());
  }

  @Test
  void aKeyThatIsDamagedInsideItsFileIsNotBlamedOnTheHive() {
    try (SecretBytes password = SecretBytes.moveFrom(Arrays.copyOf(read(named("password")), 43))) {
      var keys = KeyFile.read(named("keys"), Bytes.of(read(named("keys"))), password);
      keys.replaceAll(
          (name, key) -> new EncryptedPrivateKeyInfo(key.getEncryptionAlgorithm(), new byte[16]));
      Bytes damaged = KeyFile.write(keys, password, World.seeded(7).stream("test", "keys"));
      write(named("keys"), damaged.toArray());
    }
    refused("store.registry.key-file", named("keys"));
  }

  @Test
  void whatACutCommitLeftBehindGoesAndForeignFilesStay() throws Exception {
    Path left = layout().roaming().resolve("PersonalProfile-MDDK-7N6A.3.xml");
    Path old = named("keys");
    byte[] replaced = read(old);
    try (MachineStore store = open()) {
      put(store, SampleRecords.key(KeySpec.P256_SIGN));
      content = LogicalContent.of(store);
    }
    assertFalse(Files.exists(old));
    Files.write(old, replaced);
    Path mine = layout().roaming().resolve("notes.txt");
    Path unfinished = layout().hive().resolveSibling("CryptoMesh.reg.unfinished");
    for (Path file : new Path[] {left, mine, unfinished}) {
      Files.writeString(file, "half");
    }
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
      put(store, SampleRecords.request("carol@example.com"));
    }
    assertFalse(Files.exists(left) || Files.exists(old) || Files.exists(unfinished));
    assertEquals("half", Files.readString(mine));
  }

  @Test
  void aFileInTheWayIsNotOverwrittenAndTheStoreStops() throws Exception {
    MachineStore store = open();
    Path inTheWay = layout().local().resolve("PrivateKeys.2.p12");
    Files.writeString(inTheWay, "mine");
    MeshException e =
        assertThrows(MeshException.class, () -> put(store, SampleRecords.key(KeySpec.P256_SIGN)));
    assertEquals("files.exists", e.code());
    assertEquals("mine", Files.readString(inTheWay));
    e = assertThrows(MeshException.class, () -> put(store, SampleRecords.key(KeySpec.ED25519)));
    assertEquals("store.registry.lost", e.code());
    store.close();
    Files.delete(inTheWay);
    try (MachineStore again = open()) {
      assertEquals(content, LogicalContent.of(again));
    }
  }

  @Test
  void whoHoldsTheStoreIsSaid() {
    try (MachineStore store = open()) {
      MeshException e = assertThrows(MeshException.class, this::open);
      assertEquals("files.locked", e.code());
      assertTrue(e.problem().startsWith(layout().lock().toString()), e.problem());
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void theSameSeedGivesTheSameOctetsInEveryFile() {
    Path other = home.resolve("other");
    try (MachineStore store = open(other)) {
      put(store, oneOfEach());
    }
    SortedMap<String, String> mine = tree();
    mine.keySet().removeIf(name -> name.startsWith("other"));
    assertEquals(mine, tree(other));
    Path third = home.resolve("third");
    try (MachineStore store =
        RegistryMachineStore.open(
            DurableFiles.real(),
            third,
            StoreMode.TEST,
            World.seeded(99).stream("alice", "store"))) {
      put(store, oneOfEach());
    }
    assertNotEquals(mine, tree(third));
  }
}
