package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.store.Finding;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of all machine stores. A store's own test is a subclass that names its provider; if
 * the store must differ it overrides a {@code why...} method with the reason.
 */
public abstract class MachineStoreContract extends MachineStoreReading {

  @ParameterizedTest
  @EnumSource
  void aKeyOfEveryKindIsReadBackEqual(KeySpec spec) {
    MachineRecord.Key key = SampleRecords.key(spec);
    put(store(), key);
    reopenIfItKeeps();
    PrivateJwk found = keyIn(store(), key);
    assertEquals(spec, found.spec());
    assertEquals(key.jwk().publicJwk(), found.publicJwk());
    try (SecretBytes put = key.jwk().pkcs8();
        SecretBytes read = found.pkcs8()) {
      assertEquals(put, read);
    }
    assertHolds(List.of(key));
  }

  @Test
  void keysOfAllKindsLiveSideBySide() {
    List<MachineRecord> keys =
        Arrays.stream(KeySpec.values())
            .filter(spec -> !spec.name().endsWith("PSS") && !spec.name().endsWith("OAEP"))
            .filter(spec -> spec != KeySpec.P256_AGREE)
            .map(spec -> (MachineRecord) SampleRecords.key(spec))
            .toList();
    put(store(), keys);
    assertHolds(keys);
    remove(store(), keys.get(0));
    assertHolds(keys.subList(1, keys.size()));
  }

  @Test
  void aKeyReadBackSigns() {
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED25519);
    put(store(), key);
    reopenIfItKeeps();
    var signed =
        Jws.sign(
            Bytes.utf8("text"),
            keyIn(store(), key),
            key.udf().text(),
            World.seeded(1).stream("a", "b"));
    assertDoesNotThrow(() -> Jws.verify(signed, 0, key.jwk().publicJwk()));
  }

  @Test
  void aKeyMayHaveAFingerprintOfAnotherDialect() {
    PrivateJwk jwk = SampleRecords.key(KeySpec.RSA_2048_SIGN).jwk();
    Udf udf =
        Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.X509_KEYINFO, jwk.publicJwk().spki());
    MachineRecord key = new MachineRecord.Key(udf, jwk);
    put(store(), key, SampleRecords.key(KeySpec.RSA_2048_SIGN));
    assertHolds(List.of(key, SampleRecords.key(KeySpec.RSA_2048_SIGN)));
  }

  @Test
  void aKeyOfAnotherUseMayTakeAnothersPlace() {
    MachineRecord.Key old = SampleRecords.key(KeySpec.RSA_2048_SIGN);
    put(store(), old);
    MachineRecord.Key later =
        new MachineRecord.Key(old.udf(), SampleRecords.key(KeySpec.RSA_2048_PSS).jwk());
    put(store(), later);
    assertHolds(List.of(later));
  }

  @Test
  void aKeyThatItsOwnerClearsStaysInTheStore() {
    MachineRecord.Key sample = SampleRecords.key(KeySpec.ED25519);
    try (SecretBytes der = sample.jwk().pkcs8();
        PrivateJwk mine = PrivateJwk.fromPkcs8(KeySpec.ED25519, der)) {
      put(store(), new MachineRecord.Key(sample.udf(), mine));
    }
    assertHolds(List.of(sample));
  }

  @Test
  void aKeyThatWasClearedIsRefusedAndNothingChanges() {
    MachineRecord.Key sample = SampleRecords.key(KeySpec.ED25519);
    PrivateJwk cleared;
    try (SecretBytes der = sample.jwk().pkcs8()) {
      cleared = PrivateJwk.fromPkcs8(KeySpec.ED25519, der);
    }
    cleared.close();
    List<MachineChange> changes =
        List.of(
            new MachineChange.Put(SampleRecords.first(RecordKind.DEVICE)),
            new MachineChange.Put(new MachineRecord.Key(sample.udf(), cleared)));
    assertThrows(IllegalStateException.class, () -> store().commit(changes));
    assertHolds(List.of());
  }

  @Test
  void aReopenedStoreEqualsTheClosedOne() {
    put(store(), SampleRecords.all());
    String closed = LogicalContent.of(store());
    for (int i = 0; i < 3; i++) {
      assertEquals(closed, LogicalContent.of(reopen()));
    }
    assertEquals(List.of(), store().check());
  }

  @Test
  void checkTellsWhichRecordsAreNotWhatWasSigned() {
    put(store(), SampleRecords.all());
    // An application is checked against a personal profile that is as it was signed.
    MachineRecord application =
        SampleRecords.all().stream()
            .filter(
                record ->
                    record instanceof MachineRecord.Application of
                        && !of.profile().equals(SampleRecords.profile()))
            .findFirst()
            .orElseThrow();
    List<MachineRecord> altered =
        Stream.of(
                SampleRecords.first(RecordKind.PERSONAL),
                SampleRecords.first(RecordKind.DEVICE),
                application,
                SampleRecords.first(RecordKind.REQUEST),
                SampleRecords.first(RecordKind.BEHIND),
                SampleRecords.first(RecordKind.PORTAL))
            .map(SampleRecords::altered)
            .toList();
    put(store(), altered);
    reopenIfItKeeps();
    List<Finding> findings = store().check();
    assertEquals(altered.size(), findings.size(), findings::toString);
    for (MachineRecord record : altered) {
      RecordKey key = record.key();
      String problem = key.kind() + " " + key.name() + " is not what was signed: ";
      assertTrue(
          findings.stream()
              .anyMatch(
                  f ->
                      f.errorCode() == MachineException.Code.UNSIGNED
                          && !f.place().isEmpty()
                          && f.problem().startsWith(problem)),
          () -> problem + findings);
    }
  }

  @Test
  void anEmptyStoreReopensEmpty() {
    assertEquals("", LogicalContent.of(reopen()));
    assertEquals(List.of(), store().check());
  }

  @Test
  void manyCommitsAreAllThereAfterReopening() {
    for (MachineRecord record : SampleRecords.all()) {
      put(store(), record);
      reopen();
    }
    assertHolds(SampleRecords.all());
  }

  @Test
  void aStoreThatIsOpenIsNotOpenedAgain() {
    assumeTrue(whyItMayBeOpenTwice().isEmpty(), whyItMayBeOpenTwice());
    put(store(), firsts());
    assertThrows(MeshException.class, () -> open(DESKTOP, StoreMode.TEST));
    assertHolds(firsts());
  }

  @Test
  void aClosedStoreRefusesWork() {
    put(store(), SampleRecords.all());
    RecordKey key = SampleRecords.first(RecordKind.DEVICE).key();
    store().close();
    assertThrows(IllegalStateException.class, () -> store().get(key));
    assertThrows(IllegalStateException.class, () -> store().list(RecordKind.DEVICE));
    assertThrows(IllegalStateException.class, () -> store().commit(List.of()));
    assertThrows(IllegalStateException.class, () -> store().eraseTest());
    assertEquals(StoreMode.TEST, store().mode());
  }

  @Test
  void closingTwiceIsClosingOnce() {
    put(store(), SampleRecords.all());
    store().close();
    store().close();
    reopen();
    assertHolds(SampleRecords.all());
  }

  @Test
  void checkReportsAClosedStoreInsteadOfThrowing() {
    store().close();
    assertFalse(store().check().isEmpty());
    assertTrue(
        store().check().stream()
            .allMatch(f -> f.errorCode() == MachineException.Code.STORE_CLOSED));
  }

  @Test
  void aClosedStoreClearsTheKeysItGaveOut() {
    MachineRecord.Key key = SampleRecords.key(KeySpec.ED25519);
    put(store(), key);
    PrivateJwk given = keyIn(store(), key);
    store().close();
    assertThrows(IllegalStateException.class, given::pkcs8);
    assertDoesNotThrow(() -> key.jwk().pkcs8().close());
  }

  @Test
  void anOpenStoreIsNotClosed() {
    put(store(), SampleRecords.all());
    Path root = places.resolve(DESKTOP);
    if (provider().keepsFiles()) {
      assertThrows(FilesException.FileLocked.class, () -> provider().requireClosed(root));
    }
    store().close();
    provider().requireClosed(root);
    provider().requireClosed(places.resolve("absent"));
  }

  @Test
  void discardingTestDataLeavesAnEmptyRoot() throws IOException {
    put(store(), SampleRecords.all());
    store().close();
    Path root = places.resolve(DESKTOP);
    assertEquals(Optional.empty(), provider().firstForeign(root));
    provider().discard(root);
    assertFalse(provider().isThere(root, StoreMode.TEST));
    if (provider().keepsFiles()) {
      assertEquals(0, root.toFile().list().length);
    }
    provider().discard(root);
    assertEquals("", LogicalContent.of(open(DESKTOP, StoreMode.TEST)));
  }

  @Test
  void discardingTestDataLeavesProductionAndForeignData() throws IOException {
    assumeTrue(whyItForgets().isEmpty(), whyItForgets());
    put(store(), SampleRecords.all());
    store().close();
    MachineStore production = open(DESKTOP, StoreMode.PRODUCTION);
    put(production, SampleRecords.all());
    production.close();
    Path root = places.resolve(DESKTOP);
    assertEquals(provider().keepsFiles(), provider().firstForeign(root).isPresent());
    Path foreign = Files.writeString(Files.createDirectories(root).resolve("thesis.txt"), "mine");
    provider().discard(root);
    assertFalse(provider().isThere(root, StoreMode.TEST));
    assertEquals("mine", Files.readString(foreign));
    Files.delete(foreign);
    MachineStore expected = new MemoryMachineStore(StoreMode.PRODUCTION);
    put(expected, SampleRecords.all());
    assertEquals(
        LogicalContent.of(expected), LogicalContent.of(open(DESKTOP, StoreMode.PRODUCTION)));
  }

  private static PrivateJwk keyIn(MachineStore store, MachineRecord.Key key) {
    return ((MachineRecord.Key) store.get(key.key()).orElseThrow()).jwk();
  }
}
