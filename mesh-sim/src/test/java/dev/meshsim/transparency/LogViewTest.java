package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.HashReader;
import dev.meshsim.transparency.tree.MemoryHashes;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TileReader;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.transparency.tree.TreeProofs;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** A reader of a log follows it, and has the evidence when its key signs two histories. */
class LogViewTest {

  private static final int MOST = 600;

  private final RandomStream random = World.seeded(24).stream("test", "log");
  private final NoteSigner signer =
      new NoteSigner(
          "mesh.example", KeyType.ED25519, PrivateJwk.generate(KeySpec.ED25519, random), random);
  private final Log honest = new Log(Integer.MAX_VALUE);

  /** A log whose records are others from one on. */
  private final class Log {

    private final MemoryHashes hashes = new MemoryHashes();
    private final TreeProofs proofs = new TreeProofs(hashes);

    Log(int fork) {
      TreeHasher hasher = new TreeHasher();
      Frontier frontier = new Frontier(hasher);
      for (int i = 0; i < MOST; i++) {
        String text = (i < fork ? "record " : "other ") + i;
        hashes.append(frontier.append(hasher.leaf(Bytes.utf8(text))));
      }
    }

    Note note(long size) {
      TreeHead head = new TreeHead(size, proofs.root(size));
      return signer.sign(new Checkpoint("mesh.example", head).text());
    }

    /** The hashes as a reader gets them: in tiles. */
    HashReader tiles(long size) {
      return new TileReader(
          size,
          tile -> {
            assertTrue(tile.isIn(size), tile.path());
            return tile.content(hashes);
          });
    }
  }

  private LogView seen(Log log, long size) {
    return new LogView(signer.key(), log.note(size));
  }

  @Test
  void aLogThatContinuesIsFollowed() {
    LogView view = LogView.first(signer.key());
    for (long size : new long[] {0, 0, 1, 2, 3, 3, 64, 255, 256, 257, 300, 512, 600}) {
      view = view.advance(honest.note(size), honest::tiles, () -> KeyChain.NONE);
      assertEquals(honest.note(size), view.note());
    }
  }

  @Test
  void tilesHaveEveryHashOfTheTree() {
    for (long size : new long[] {1, 7, 255, 256, 257, 600}) {
      TreeProofs published = new TreeProofs(honest.tiles(size));
      assertEquals(honest.proofs.root(size), published.root(size));
      for (long leaf = 0; leaf < size; leaf += 37) {
        assertEquals(honest.proofs.inclusion(leaf, size), published.inclusion(leaf, size));
      }
    }
  }

  /** A key of another log, of an older time, or of nobody is not followed. */
  @Test
  void onlyAKeyThatTheStatementsLeadToIsFollowed() {
    PortalKeyring keyring =
        new PortalKeyring(World.seeded(24), "mesh.example", new MemoryPortalStore());
    NoteSigner first = keyring.logSigner();
    keyring.change(Suite.ED25519);
    NoteSigner second = keyring.logSigner();
    KeyChain chain = KeyChain.readPublished(KeyChain.published(keyring.current().shown()));
    Note old = first.sign(honest.note(8).text());
    Note next = second.sign(honest.note(20).text());
    LogView view = new LogView(first.key(), old);
    LogView now = view.advance(next, honest::tiles, () -> chain);
    assertEquals(second.key(), now.key());
    Failing.with(Code.UNSIGNED, () -> view.advance(next, honest::tiles, () -> KeyChain.NONE));
    Failing.with(Code.UNSIGNED, () -> view.advance(honest.note(20), honest::tiles, () -> chain));
    Note back = first.sign(honest.note(30).text());
    Failing.with(Code.UNSIGNED, () -> now.advance(back, honest::tiles, () -> chain));
    // The kept checkpoint is of the new key, and the reader was given the old one.
    LogView kept = new LogView(first.key(), next);
    Failing.with(Code.UNSIGNED, () -> kept.advance(back, honest::tiles, () -> chain));
    Note more = second.sign(honest.note(30).text());
    assertEquals(second.key(), kept.advance(more, honest::tiles, () -> chain).key());
  }

  @Test
  void aSmallerLogIsRolledBack() {
    Failing.with(
        Code.ROLLED_BACK,
        () -> seen(honest, 300).advance(honest.note(299), honest::tiles, () -> KeyChain.NONE));
    Failing.with(
        Code.ROLLED_BACK,
        () -> seen(honest, 1).advance(honest.note(0), honest::tiles, () -> KeyChain.NONE));
  }

  @Test
  void everyForkIsNoticedWithEvidence() {
    List<String> shown = new ArrayList<>();
    for (int fork : new int[] {0, 1, 2, 200, 255, 256, 299}) {
      Log other = new Log(fork);
      for (long seen : new long[] {fork + 1, 300}) {
        for (long now : new long[] {seen, seen + 1, 600}) {
          TransparencyException.Proved found =
              assertThrows(
                  TransparencyException.Proved.class,
                  () ->
                      seen(honest, seen)
                          .advance(other.note(now), other::tiles, () -> KeyChain.NONE),
                  fork + ", " + seen + ", " + now);
          assertEquals(Code.FORKED, found.errorCode());
          Evidence evidence = Evidence.read(found.evidence());
          assertEquals(found.problem(), evidence.judge());
          shown.add(evidence.judge());
        }
      }
      // Before the fork both logs are one.
      seen(honest, fork).advance(other.note(600), other::tiles, () -> KeyChain.NONE);
    }
    assertEquals(
        "the log mesh.example has signed two histories: its first 300 records are others in its"
            + " checkpoint of 600",
        shown.get(5));
  }

  @Test
  void alteredEvidenceShowsNothing() {
    Log other = new Log(5);
    ForkEvidence right =
        (ForkEvidence)
            Evidence.read(
                assertThrows(
                        TransparencyException.Proved.class,
                        () ->
                            seen(honest, 8)
                                .advance(other.note(21), other::tiles, () -> KeyChain.NONE))
                    .evidence());
    right.judge();
    String key = right.key();
    List<Bytes> path = right.path();
    // An honest log cannot be accused: its own notes and paths show nothing.
    List<Bytes> own = new ArrayList<>(honest.proofs.consistency(8, 21));
    own.add(0, honest.proofs.root(8));
    String eight = honest.note(8).octets().utf8();
    String more = honest.note(21).octets().utf8();
    refused(new ForkEvidence(key, eight, more, own));
    refused(new ForkEvidence(key, eight, eight, List.of()));
    refused(new ForkEvidence(key, more, eight, path));
    refused(new ForkEvidence(key, eight, more, path));
    refused(new ForkEvidence(key, right.older(), right.newer(), List.of()));
    refused(new ForkEvidence(key, right.older(), right.newer(), path.subList(1, path.size())));
    refused(new ForkEvidence(key, right.older().replace("\n8\n", "\n9\n"), right.newer(), path));
    refused(new ForkEvidence("mesh.example+00000000+AAAA", right.older(), right.newer(), path));
    Failing.with(Code.NO_EVIDENCE, () -> Evidence.read(Bytes.utf8("{}")));
    Failing.with(Code.NO_EVIDENCE, () -> Evidence.read(Bytes.utf8("{\"Evidence\":{}}")));
    Failing.with(Code.NO_EVIDENCE, () -> Evidence.read(Bytes.utf8("text")));
  }

  private static void refused(Evidence evidence) {
    Failing.with(Code.NO_EVIDENCE, evidence::judge);
  }

  @Test
  void wrongTilesAreNoFork() {
    LongFunction<HashReader> others = new Log(5)::tiles;
    Failing.with(
        Code.BAD_PROOF,
        () -> seen(honest, 8).advance(honest.note(21), others, () -> KeyChain.NONE));
    LongFunction<HashReader> cut =
        size -> new TileReader(size, tile -> Bytes.of(new byte[32 * tile.width() - 1]));
    Failing.with(
        Code.BAD_PROOF, () -> seen(honest, 8).advance(honest.note(21), cut, () -> KeyChain.NONE));
    assertEquals(256, Tile.FULL);
  }
}
