package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.ProtectException.Code;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements that lead from one to the next, and those that do not. */
class KeyChainTest {

  private static final String DOMAIN = "mesh.example";

  private final SeededWorld world = World.seeded(24);
  private final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, new MemoryPortalStore());
  private final NoteKey first = keyring.logSigner().key();

  private NoteKey next(Suite suite) {
    keyring.change(suite);
    return keyring.logSigner().key();
  }

  private List<Bytes> shown() {
    return keyring.current().shown();
  }

  @Test
  void theKeysOfALogAreNewestFirst() {
    NoteKey second = next(Suite.P256);
    NoteKey third = next(Suite.ED25519);
    KeyChain chain = KeyChain.read(shown());
    assertEquals(List.of(third, second, first), chain.logKeys());
    assertTrue(chain.leads(first, third));
    assertFalse(chain.leads(third, first));
    assertFalse(chain.leads(third, third));
    assertEquals(shown().subList(0, 2), chain.between(second, third).texts());
    assertEquals(shown().subList(1, 3), chain.between(second, first).texts());
    assertEquals(shown().subList(0, 1), chain.between(third, third).texts());
    assertTrue(KeyChain.read(shown().subList(0, 2)).between(first, third).isEmpty());
    assertEquals(chain.logKeys(), KeyChain.readPublished(KeyChain.published(shown())).logKeys());
  }

  @Test
  void aLogThatGetsItsKeyLaterIsOfTheSamePortal() {
    PortalKeyring plain = new PortalKeyring(world, "b.example", new MemoryPortalStore());
    plain.current();
    plain.change(Suite.ED25519);
    NoteKey key = plain.logSigner().key();
    KeyChain chain = KeyChain.read(plain.current().shown());
    assertEquals(List.of(key), chain.logKeys());
    assertEquals(3, chain.texts().size());
  }

  @Test
  void onlyAsMuchAsHoldsIsTaken() {
    next(Suite.ED25519);
    next(Suite.ED25519);
    List<Bytes> gap = List.of(shown().get(0), shown().get(2));
    Failing.with(Code.BAD_STATEMENT, () -> KeyChain.read(gap));
    assertEquals(1, KeyChain.readPublished(KeyChain.published(gap)).texts().size());
    List<Bytes> bad = List.of(shown().get(0), shown().get(1), Bytes.utf8("{}"));
    Failing.with(Code.BAD_STATEMENT, () -> KeyChain.read(bad));
    assertEquals(2, KeyChain.readPublished(KeyChain.published(bad)).texts().size());
    for (String text :
        List.of("", "[]", "{}", "{\"PortalKeys\":[]}", "{\"PortalKeys\":[\"e30\"]}")) {
      Failing.with(Code.BAD_STATEMENT, () -> KeyChain.readPublished(Bytes.utf8(text)));
    }
    List<Bytes> many = new ArrayList<>();
    for (int i = 0; i <= KnownKeys.MOST_STATEMENTS; i++) {
      many.add(shown().get(0));
    }
    Failing.with(Code.BAD_STATEMENT, () -> KeyChain.read(many));
  }

  /** A statement of an earlier version has no member that names the one before. */
  @Test
  void aStatementThatNamesNoneIsFollowedButNotBound() {
    PortalKeys before = keyring.current();
    keyring.change(Suite.ED25519);
    PortalKeys now = keyring.current();
    JsonWebSignature signed = Jws.fromJson(now.newest().text());
    JsonWebSignature own =
        now.sign(signed.payload(), KeyStatement.TYPE, world.stream("test", "old"));
    KeyStatement old =
        KeyStatement.read(
            MeshJson.write(
                new JsonWebSignature(
                    signed.payload(),
                    List.of(own.signatures().get(0), signed.signatures().get(1)))));
    assertTrue(old.follows(before.newest()));
    assertFalse(old.isBoundTo(before.newest()));
    assertTrue(now.newest().isBoundTo(before.newest()));
    assertEquals(now.newest(), KnownKeys.accept(DOMAIN, now.shown(), before.newest(), null));
    assertEquals(
        old,
        KnownKeys.accept(
            DOMAIN, List.of(old.text(), before.shown().get(0)), before.newest(), null));
  }
}
