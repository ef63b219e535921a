package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.Secret;
import dev.meshsim.sim.oracle.SecretIndex;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The part of the contract that is about keys in memory: they are cleared when they are removed.
 */
abstract class MachineStoreKeys extends MachineStoreSessions {

  private static final String ALICE = "alice@example.com";

  @TempDir private Path dumps;

  /** Why the JSON of a removed key may be found in memory; empty if it may not. */
  protected String whyTextsMayStay() {
    return "";
  }

  /** Why no key is found in the files of a store that has it; empty if it is. */
  protected String whyFilesHideKeys() {
    return "";
  }

  private PrivateJwk held(MachineRecord key) {
    return ((MachineRecord.Key) store().get(key.key()).orElseThrow()).jwk();
  }

  private static MachineRecord.Key key(KeySpec spec, String purpose) {
    PrivateJwk jwk = PrivateJwk.generate(spec, World.seeded(5).stream("test", purpose));
    return new MachineRecord.Key(Dialect.MESH.fingerprint(jwk.publicJwk()), jwk);
  }

  private static MachineRecord.Key as(KeySpec spec, MachineRecord.Key key) {
    try (SecretBytes der = key.jwk().pkcs8()) {
      return new MachineRecord.Key(key.udf(), PrivateJwk.fromPkcs8(spec, der));
    }
  }

  @Test
  void aRemovedKeyIsClearedAndOthersAreNot() {
    MachineRecord.Key removed = key(KeySpec.ED25519, "removed");
    MachineRecord.Key other = key(KeySpec.X25519, "other");
    put(store(), removed, other);
    PrivateJwk given = held(removed);
    PrivateJwk kept = held(other);
    remove(store(), removed);
    assertThrows(IllegalStateException.class, given::pkcs8);
    kept.pkcs8().close();
    removed.jwk().pkcs8().close();
    store().eraseTest();
    assertThrows(IllegalStateException.class, kept::pkcs8);
  }

  @Test
  void aReplacedKeyIsClearedUnlessTheNewOneIsEqual() {
    MachineRecord.Key key = key(KeySpec.P256_SIGN, "replaced");
    put(store(), key);
    PrivateJwk given = held(key);
    put(store(), as(KeySpec.P256_SIGN, key));
    given.pkcs8().close();
    assertSame(given, held(key));
    put(store(), as(KeySpec.P256_AGREE, key));
    assertThrows(IllegalStateException.class, given::pkcs8);
    assertEquals(KeySpec.P256_AGREE, held(key).spec());
    held(key).pkcs8().close();
  }

  @Test
  void noFileHasTheOctetsOfARemovedKey() throws IOException {
    List<MachineRecord.Key> all =
        List.of(
            key(KeySpec.ED25519, "first"),
            key(KeySpec.X25519, "second"),
            key(KeySpec.P256_SIGN, "third"));
    boolean shown = provider().keepsFiles() && whyFilesHideKeys().isEmpty();
    put(store(), all.toArray(MachineRecord.Key[]::new));
    assertEquals(shown ? all : List.of(), inFiles(all));
    remove(store(), all.get(0));
    assertEquals(shown ? all.subList(1, 3) : List.of(), inFiles(all));
    held(all.get(1)).pkcs8().close();
    MachineStore again = reopenIfItKeeps();
    assertEquals(2, again.list(RecordKind.PRIVATE_KEY).size());
    again.eraseTest();
    assertEquals(List.of(), inFiles(all));
    put(again, all.get(0));
    assertEquals(shown ? all.subList(0, 1) : List.of(), inFiles(all));
  }

  /** The keys whose octets are in a file of the store. */
  private List<MachineRecord.Key> inFiles(List<MachineRecord.Key> keys) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(places)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    return keys.stream()
        .filter(
            key -> {
              SecretIndex secrets = new SecretIndex();
              KeySecrets.of(key.jwk()).forEach(secret -> secrets.add("key", secret));
              return files.stream().anyMatch(file -> secrets.find(file).isPresent());
            })
        .toList();
  }

  /** The master, escrow and online keys, also those of a recovered profile. */
  @Test
  void noCopyOfAKeyIsReachableAfterItsProfileIsDeleted() throws IOException {
    LiveHeap heap = new LiveHeap();
    byte[] canary = canary(heap);
    MeshSession session = session();
    OfflineEscrowEntry escrow = deletedAfterEscrow(session, heap);
    deletedAfterRecovery(session, escrow, heap);
    Map<String, Integer> found = heap.found(dumps);
    if (!whyTextsMayStay().isEmpty()) {
      found.keySet().removeIf(name -> name.endsWith(LiveHeap.TEXT));
    }
    // Both are used after the dump, so that both are live.
    assertEquals(32, canary.length);
    assertEquals(List.of(), session.machine().store().check());
    assertEquals(List.of("canary"), List.copyOf(found.keySet()), found.toString());
  }

  private static byte[] canary(LiveHeap heap) {
    byte[] canary = World.seeded(6).stream("test", "canary").bytes(32);
    heap.seek("canary", canary);
    return canary;
  }

  private MeshSession session() {
    World world = World.seeded(14);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    return new MeshSession(new MeshMachine(world, DESKTOP, store()), portal);
  }

  private static OfflineEscrowEntry deletedAfterEscrow(MeshSession session, LiveHeap heap) {
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount(ALICE, profile);
    OfflineEscrowEntry escrow = alice.newEscrowEntry(2, 2);
    alice.escrow(escrow);
    seekKeys("first ", alice, session.machine(), heap);
    alice.delete();
    return escrow;
  }

  private static void deletedAfterRecovery(
      MeshSession session, OfflineEscrowEntry escrow, LiveHeap heap) {
    try (Secret secret = new Secret(escrow.keyShares())) {
      PersonalSession alice = session.recover(secret, ALICE);
      seekKeys("second ", alice, session.machine(), heap);
      alice.delete();
    }
  }

  private static void seekKeys(
      String prefix, PersonalSession alice, MeshMachine machine, LiveHeap heap) {
    MasterProfile master = alice.personalProfile().master();
    List<PublicKey> keys = new ArrayList<>(List.of(master.masterSignatureKey()));
    keys.addAll(master.masterEscrowKeys());
    keys.addAll(master.onlineSignatureKeys());
    assertEquals(3, keys.size());
    for (PublicKey key : keys) {
      try (SecretBytes der = machine.privateKey(key.udf()).pkcs8()) {
        byte[] octets = der.expose();
        // The last 32 octets of the DER are the seed (RFC 8410 7).
        byte[] seed = Arrays.copyOfRange(octets, octets.length - 32, octets.length);
        heap.seek(prefix + key.udf(), seed);
        Arrays.fill(seed, (byte) 0);
        Arrays.fill(octets, (byte) 0);
      }
    }
  }
}
