package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.testing.ForgedItems;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records and receipts that are not what was asked for, and keys that have changed. */
class LogWatchKeysTest extends WatchScene {

  private int asked;

  /** A watch that knows only these keys until it asks again. */
  private LogWatch knowing(KeyStatement keys) {
    return new LogWatch(
        DOMAIN,
        new LogKeys() {
          @Override
          public KeyStatement keys() {
            return keys;
          }

          @Override
          public KeyStatement askAgain() {
            asked++;
            return keyring.reload().newest();
          }

          @Override
          public KeyChain chain() {
            return KeyChain.of(keys, List.of());
          }
        },
        kept);
  }

  @Test
  void thePortalIsAskedForItsKeysOnlyIfTheyHaveChanged() {
    put("a");
    later();
    LogWatch early = knowing(keyring.current().newest());
    read(early, "a");
    early.wrote(LogName.MESH, "a", receipt(latest("a")));
    assertEquals(0, asked);
    keyring.change(Suite.ED25519);
    put("a");
    later();
    read(early, "a");
    assertEquals(1, asked);
    put("b");
    early.wrote(LogName.MESH, "b", receipt(latest("b")));
    assertEquals(2, asked);
    assertEquals(latest("b").number(), seen("b"));
  }

  @Test
  void keysWithoutOneForTheLogAreNotEnough() {
    put("a");
    later();
    KeyStatement plain =
        new PortalKeyring(world, DOMAIN, new MemoryPortalStore()).current().newest();
    assertEquals(Optional.empty(), plain.log());
    Failing.with(Code.WITHHELD, () -> read(knowing(plain), "a"));
  }

  private DataItem put(String key, String text) {
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8(text), world.now()));
          return true;
        });
    return latest(key);
  }

  @Test
  void anOlderRecordUnderTheNumberOfTheLatestIsNotTheOneOfItsReceipt() {
    DataItem old = put("a", "{\"x\":1}");
    later();
    read(watch, "a");
    DataItem next = put("a", "{\"x\":2}");
    LogWatch.Asked query = watch.begin();
    LogAnswer promised = answer(query, "a").with(receipt(next));
    Failing.with(
        Code.BAD_RECEIPT,
        () ->
            watch.read(
                query, "a", ForgedItems.withText(next, old.text()), promised, Optional.empty()));
    LogAnswer another = answer(query, "a").with(receipt(old));
    Failing.with(Code.BAD_RECEIPT, () -> watch.read(query, "a", next, another, Optional.empty()));
    assertEquals(old.number(), seen("a"));
    watch.read(query, "a", next, promised, Optional.empty());
    assertEquals(next.number(), seen("a"));
  }

  @Test
  void anOlderOrAnAlteredRecordIsNotTheLatest() {
    put("a");
    DataItem old = latest("a");
    put("a");
    later();
    LogWatch.Asked query = watch.begin();
    LogAnswer right = answer(query, "a");
    Failing.with(Code.BAD_PROOF, () -> watch.read(query, "a", old, right, Optional.empty()));
    DataItem item = latest("a");
    DataItem other = put("a", "{\"x\":1}");
    DataItem altered = ForgedItems.withText(item, other.text());
    Failing.with(Code.BAD_PROOF, () -> watch.read(query, "a", altered, right, Optional.empty()));
    assertFalse(knows("a"));
    watch.read(query, "a", item, right, Optional.empty());
    assertTrue(knows("a"));
    assertFalse(knows("b"));
  }

  @Test
  void aReceiptOfAnotherKeyIsRefused() {
    put("a");
    later();
    read(watch, "a");
    put("b");
    DataItem b = latest("b");
    Failing.with(Code.BAD_RECEIPT, () -> watch.wrote(LogName.MESH, "a", receipt(b)));
    Failing.with(Code.BAD_RECEIPT, () -> watch.wrote(LogName.PORTAL, "b", receipt(b)));
    Failing.with(Code.BAD_RECEIPT, () -> watch.wrote(LogName.MESH, "c-", receipt(b)));
    LogWatch.Asked query = watch.begin();
    Receipt right = log.receipt(LogName.MESH, b);
    Receipt wrong =
        new Receipt(
            right.domain(),
            right.log(),
            "a",
            right.number(),
            right.leafHash(),
            right.time(),
            right.covered());
    LogAnswer answer =
        log.answer(LogName.MESH, "b", query.query(), Optional.empty())
            .orElseThrow()
            .with(wrong.sign(keyring.current(), world.stream("test", "receipt")));
    Failing.with(Code.BAD_RECEIPT, () -> watch.read(query, "b", b, answer, Optional.empty()));
    assertFalse(knows("b"));
  }

  @Test
  void aReceiptDoesNotTakeThePlaceOfAProof() {
    put("a");
    later();
    read(watch, "a");
    watch.wrote(LogName.MESH, "a", receipt(latest("a")));
    LogMemory.Seen seen = kept.memory.orElseThrow().of("mesh", "a").orElseThrow();
    assertNotNull(seen.proof());
  }
}
