package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** First contact, changes of keys, and keys that are not accepted. */
class KnownKeysTest {

  private static final String DOMAIN = "example.com";

  private final SeededWorld world = World.seeded(7);
  private final PortalKeys first = PortalKeys.make(world, DOMAIN, Suite.ED25519);
  private final PortalKeys second = first.change(world, Suite.P256);
  private final PortalKeys third = second.change(world, Suite.ED25519);

  private static ProtectException refused(ProtectException.Code code, Executable what) {
    ProtectException failure = assertThrows(ProtectException.class, what);
    assertEquals(code, failure.errorCode());
    return failure;
  }

  @Test
  void firstContactAcceptsTheNewest() {
    assertEquals(first.newest(), KnownKeys.accept(DOMAIN, first.shown(), null, null));
    assertEquals(third.newest(), KnownKeys.accept(DOMAIN, third.shown(), null, null));
    assertEquals(3, third.newest().number());
    refused(ProtectException.Code.NO_KEYS, () -> KnownKeys.accept(DOMAIN, List.of(), null, null));
    refused(
        ProtectException.Code.OTHER_PORTAL,
        () -> KnownKeys.accept("example.net", first.shown(), null, null));
  }

  @Test
  void aChangeThatTheKnownKeySignedIsFollowed() {
    for (PortalKeys known : List.of(first, second, third)) {
      assertEquals(third.newest(), KnownKeys.accept(DOMAIN, third.shown(), known.newest(), null));
    }
  }

  @Test
  void aKeyThatTheKnownOneHasNotSignedIsRefused() {
    PortalKeys impostor = PortalKeys.make(world, DOMAIN, Suite.ED25519);
    ProtectException failure =
        refused(
            ProtectException.Code.KEY_CHANGED,
            () -> KnownKeys.accept(DOMAIN, impostor.shown(), first.newest(), null));
    assertTrue(failure.problem().contains(impostor.newest().fingerprint()), failure.problem());
    assertTrue(failure.problem().contains(first.newest().fingerprint()), failure.problem());
    List<Bytes> patched = new ArrayList<>(impostor.change(world, Suite.ED25519).shown());
    patched.set(1, first.shown().get(0));
    refused(
        ProtectException.Code.KEY_CHANGED,
        () -> KnownKeys.accept(DOMAIN, patched, first.newest(), null));
    List<Bytes> gap = List.of(third.shown().get(0), first.shown().get(0));
    refused(
        ProtectException.Code.KEY_CHANGED,
        () -> KnownKeys.accept(DOMAIN, gap, first.newest(), null));
  }

  @Test
  void anOldKeyShownLaterIsRefused() {
    refused(
        ProtectException.Code.KEY_CHANGED,
        () -> KnownKeys.accept(DOMAIN, second.shown(), third.newest(), null));
    List<Bytes> backwards = new ArrayList<>(third.shown());
    backwards.add(0, first.shown().get(0));
    refused(
        ProtectException.Code.KEY_CHANGED,
        () -> KnownKeys.accept(DOMAIN, backwards, third.newest(), null));
    assertFalse(first.newest().follows(second.newest()));
    assertTrue(second.newest().follows(first.newest()));
  }

  @Test
  void aGivenFingerprintCountsMoreThanTheKnownKey() {
    PortalKeys other = PortalKeys.make(world, DOMAIN, Suite.ED25519);
    String given = other.newest().fingerprint();
    assertEquals(other.newest(), KnownKeys.accept(DOMAIN, other.shown(), first.newest(), given));
    assertEquals(
        third.newest(),
        KnownKeys.accept(DOMAIN, third.shown(), null, first.newest().fingerprint()));
    refused(
        ProtectException.Code.WRONG_KEY,
        () -> KnownKeys.accept(DOMAIN, first.shown(), first.newest(), given));
  }

  @Test
  void onlyAsManyStatementsAsAreShownAreRead() {
    PortalKeys keys = first;
    for (int i = 0; i < KnownKeys.MOST_STATEMENTS + 2; i++) {
      keys = keys.change(world, Suite.ED25519);
    }
    List<Bytes> shown = keys.shown();
    assertEquals(KnownKeys.MOST_STATEMENTS, shown.size());
    KnownKeys.accept(DOMAIN, shown, null, null);
    refused(
        ProtectException.Code.KEY_CHANGED,
        () -> KnownKeys.accept(DOMAIN, shown, first.newest(), null));
    List<Bytes> more = new ArrayList<>(shown);
    more.add(first.shown().get(0));
    refused(ProtectException.Code.BAD_STATEMENT, () -> KnownKeys.accept(DOMAIN, more, null, null));
  }

  @Test
  void everyChangedOctetOfAStatementIsRefused() {
    Bytes text = second.shown().get(0);
    byte[] octets = text.toArray();
    for (int at = 0; at < octets.length; at++) {
      octets[at] ^= 1;
      Bytes changed = Bytes.of(octets);
      try {
        assertFalse(KeyStatement.read(changed).follows(first.newest()), "octet " + at);
      } catch (ProtectException e) {
        assertEquals(ProtectException.Code.BAD_STATEMENT, e.errorCode());
      }
      octets[at] ^= 1;
    }
    for (int end = 0; end < octets.length; end++) {
      Bytes prefix = Bytes.of(octets, 0, end);
      refused(ProtectException.Code.BAD_STATEMENT, () -> KeyStatement.read(prefix));
    }
  }

  @Test
  void keysAreKeptInThePortalsStore() {
    MemoryPortalStore store = new MemoryPortalStore();
    PortalKeyring one = new PortalKeyring(world, DOMAIN, store);
    PortalKeys made = one.current();
    PortalKeyring other = new PortalKeyring(world, DOMAIN, store);
    assertEquals(made.newest(), other.current().newest());
    PortalKeys changed = other.change(Suite.ED25519);
    assertEquals(made.newest(), one.current().newest());
    assertEquals(changed.newest(), one.reload().newest());
    assertEquals(changed.toJson(), store.keys().orElseThrow());
    refused(ProtectException.Code.BAD_KEYS, () -> one.give(made));
    one.give(changed);
    assertFalse(changed.toString().contains("\"d\""));
  }

  @Test
  void damagedKeysAreReportedWithoutWhatTheyHold() {
    SecretBytes good = first.toJson();
    byte[] octets = good.expose();
    for (int at = 0; at < octets.length; at += 7) {
      byte[] changed = octets.clone();
      changed[at] ^= 0x20;
      MemoryPortalStore store = new MemoryPortalStore();
      store.putKeys(Optional.empty(), SecretBytes.copyOf(changed));
      try {
        new PortalKeyring(world, DOMAIN, store).current();
      } catch (ProtectException e) {
        assertEquals(ProtectException.Code.BAD_KEYS, e.errorCode());
        assertTrue(e.problem().length() < 300, e.problem());
      }
    }
    MemoryPortalStore empty = new MemoryPortalStore();
    empty.putKeys(Optional.empty(), SecretBytes.copyOf(new byte[0]));
    refused(ProtectException.Code.BAD_KEYS, new PortalKeyring(world, DOMAIN, empty)::current);
  }
}
