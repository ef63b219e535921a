package dev.meshsim.transparency.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.FilesException;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Cosignature;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.ShiftedWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that C2SP tlog-witness gives to each request. */
class WitnessTest {

  private static final Instant TIME = Instant.ofEpochSecond(1_750_000_000);
  private static final String COSIGNATURE =
      "\u2014 witness.example/w1 IDJKvgAAAABoTuGAGlWi04ci/lJivbj5rYRY6MITGFuZ7FN9t9dv+hnsAvO2dj1X"
          + "YkUJPSd2shFJRJmArUUO1bTTI/g49XM/XSzqAA==";

  private final ShiftedWorld world = new ShiftedWorld(World.seeded(25));
  private final MemoryWitnessStore store = new MemoryWitnessStore();
  private final List<Evidence> accused = new ArrayList<>();
  private final TestLog log = TestLog.example();
  private final Witness witness = witness(store);

  private Witness witness(WitnessStore of) {
    return new Witness(
        world,
        TestLog.witness(),
        of,
        List.of(log.key(), TestLog.named("b.example").key()),
        accused::add);
  }

  private void at(Instant time) {
    world.shift(Duration.between(world.now(), time));
  }

  private long cosigned(AddCheckpoint request) {
    WitnessAnswer answer = witness.add(request.octets());
    WitnessAnswer.Cosigned signed =
        assertInstanceOf(WitnessAnswer.Cosigned.class, answer, answer::toString);
    assertEquals(1, signed.signatures().size());
    Note note = request.checkpoint().with(signed.signatures().get(0));
    assertEquals(List.of(witness.key()), note.verify(List.of(witness.key())));
    return Cosignature.time(note, witness.key()).orElseThrow().getEpochSecond();
  }

  private void refused(int status, AddCheckpoint request) {
    WitnessAnswer answer = witness.add(request.octets());
    assertEquals(status, answer.status(), answer::toString);
    if (status != 409) {
      assertInstanceOf(WitnessAnswer.Refused.class, answer);
    }
  }

  private void conflict(long size, AddCheckpoint request) {
    assertEquals(new WitnessAnswer.Conflict(size), witness.add(request.octets()));
  }

  @Test
  void theExampleOfOthersIsCosignedOctetForOctet() {
    cosigned(log.request(0, 256));
    at(TIME);
    WitnessAnswer.Cosigned answer =
        (WitnessAnswer.Cosigned) witness.add(log.request(256, 300).octets());
    assertEquals(COSIGNATURE, answer.signatures().get(0).line());
    assertEquals(
        "old 256\nuwaa/GEGqF4PM03Df+GfKIyZ5+fHBsK9y3f1tqCMyf8=",
        log.request(256, 300).octets().utf8().split("\n\n", 2)[0]);
  }

  @Test
  void whatContinuesTheLastIsCosigned() {
    cosigned(log.request(0, 0));
    cosigned(log.request(0, 1));
    cosigned(log.request(1, 2));
    cosigned(log.request(2, 7));
    cosigned(log.request(7, 8));
    cosigned(log.request(8, 100));
    cosigned(log.request(100, 100));
    assertEquals(100, Checkpoint.verified(latest().orElseThrow()).tree().size());
  }

  private Optional<Note> latest() {
    return witness.latest("4277ca2f977b73756ae557d455a1a3f1b0b8eeca813a322f63fc51a0474b359b");
  }

  @Test
  void theLastCheckpointIsPublishedWithBothSignatures() {
    assertEquals(Optional.empty(), latest());
    cosigned(log.request(0, 9));
    Note shown = latest().orElseThrow();
    assertEquals(2, shown.signatures().size());
    assertEquals(
        List.of(log.key(), witness.key()), shown.verify(List.of(log.key(), witness.key())));
    assertEquals(Optional.empty(), witness.latest("00"));
  }

  @Test
  void anotherOldSizeIsAConflict() {
    conflict(0, log.request(5, 9));
    cosigned(log.request(0, 9));
    conflict(9, log.request(0, 9));
    conflict(9, log.request(0, 12));
    conflict(9, log.request(8, 12));
    conflict(9, log.request(10, 12));
    cosigned(log.request(9, 12));
    conflict(12, log.request(9, 12));
    // A smaller checkpoint is no continuation, whatever old size it claims.
    conflict(12, log.request(9, 9));
  }

  @Test
  void anOldSizeAboveTheCheckpointIsNoRequest() {
    cosigned(log.request(0, 9));
    refused(400, new AddCheckpoint(9, List.of(), log.note(8)));
    refused(400, new AddCheckpoint(10, List.of(), log.note(9)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "old 0\n\n", "old x\n\nNOTE", "{}", "old 0\n\nmesh.example\n"})
  void whatIsNoRequestIsRefused(String text) {
    WitnessAnswer answer =
        witness.add(Bytes.utf8(text.replace("NOTE", log.note(3).octets().utf8())));
    assertEquals(400, answer.status());
  }

  @Test
  void aNoteThatIsNoCheckpointIsNoRequest() {
    NoteSigner signer = TestLog.signer("mesh.example", KeyType.ED25519, 0);
    refused(400, new AddCheckpoint(0, List.of(), signer.sign("mesh.example\n7\nAAAA\n")));
    refused(400, new AddCheckpoint(0, List.of(), signer.sign("mesh.example\n07\n")));
    refused(400, new AddCheckpoint(0, List.of(), signer.sign("mesh example\n7\n")));
  }

  @Test
  void anUnknownLogIsNotFound() {
    refused(404, TestLog.named("c.example").request(0, 3));
  }

  @Test
  void aCheckpointThatItsLogHasNotSignedIsForbidden() {
    String text = log.note(3).text();
    Note other = TestLog.signer("mesh.example", KeyType.ED25519, 7).sign(text);
    refused(403, new AddCheckpoint(0, List.of(), other));
    // The key's name and identifier, and another signature.
    NoteSignature right = log.note(3).signatures().get(0);
    NoteSignature wrong = log.note(4).signatures().get(0);
    assertEquals(right.id(), wrong.id());
    refused(403, new AddCheckpoint(0, List.of(), new Note(text, List.of(wrong))));
    // Lines of unknown keys are ignored.
    Note both = new Note(text, List.of(other.signatures().get(0), right));
    cosigned(new AddCheckpoint(0, List.of(), both));
    assertEquals(2, latest().orElseThrow().signatures().size());
  }

  @Test
  void aKeyOfAnotherLogIsForbidden() {
    Note foreign = TestLog.signer("b.example", KeyType.ED25519, 0).sign(log.note(3).text());
    refused(403, new AddCheckpoint(0, List.of(), foreign));
  }

  @Test
  void whatDoesNotContinueTheLastIsInconsistent() {
    refused(422, new AddCheckpoint(0, log.proof(3, 9), log.note(9)));
    cosigned(log.request(0, 9));
    refused(422, new AddCheckpoint(9, log.proof(8, 12), log.note(12)));
    refused(422, new AddCheckpoint(9, log.proof(9, 13), log.note(12)));
    refused(422, new AddCheckpoint(9, List.of(), log.note(12)));
    refused(422, new AddCheckpoint(9, log.proof(9, 12), log.note(9)));
    List<Bytes> reversed = new ArrayList<>(log.proof(9, 12));
    Collections.reverse(reversed);
    refused(422, new AddCheckpoint(9, reversed, log.note(12)));
    // A wrong proof alone accuses nobody.
    assertEquals(List.of(), accused);
    assertEquals(9, Checkpoint.verified(latest().orElseThrow()).tree().size());
  }

  @Test
  void theEmptyTreeHasOneRoot() {
    NoteSigner signer = TestLog.signer("mesh.example", KeyType.ED25519, 0);
    String other = new Checkpoint("mesh.example", new TreeHead(0, log.tree(1).root())).text();
    refused(422, new AddCheckpoint(0, List.of(), signer.sign(other)));
    assertEquals(TreeHasher.EMPTY_ROOT, log.tree(0).root());
    cosigned(log.request(0, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9})
  void aForkIsInconsistentAndProved(int size) {
    cosigned(log.request(0, size));
    TestLog fork = log.forkedAt(0);
    refused(422, new AddCheckpoint(size, List.of(), fork.note(size)));
    assertEquals(1, accused.size());
    refused(422, fork.request(size, 12));
    boolean power = Integer.bitCount(size) == 1;
    // The proof from a power of two leaves out the root in dispute, so it shows nothing.
    assertEquals(power ? 1 : 2, accused.size());
    for (Evidence evidence : accused) {
      assertInstanceOf(ForkEvidence.class, evidence);
      Evidence read = Evidence.read(evidence.text());
      assertTrue(read.judge().contains("two histories"), read.judge());
    }
    cosigned(log.request(size, 12));
  }

  @Test
  void theSameCheckpointIsCosignedAgainWithAFreshTime() {
    long first = cosigned(log.request(0, 9));
    world.shift(Duration.ofMinutes(10));
    assertEquals(first + 600, cosigned(log.request(9, 9)));
  }

  @Test
  void aClockThatGoesBackDoesNotMakeATimeGoBack() {
    long first = cosigned(log.request(0, 9));
    world.shift(Duration.ofHours(-5));
    assertEquals(first, cosigned(log.request(9, 12)));
  }

  @Test
  void oneLogDoesNotHoldUpAnother() {
    cosigned(log.request(0, 9));
    cosigned(TestLog.named("b.example").request(0, 3));
    cosigned(log.request(9, 10));
    conflict(3, TestLog.named("b.example").request(0, 4));
  }

  @Test
  void aWitnessThatMeetsItsOwnForgottenCosignatureStops() {
    cosigned(log.request(0, 9));
    WitnessAnswer.Cosigned later =
        (WitnessAnswer.Cosigned) witness.add(log.request(9, 20).octets());
    Note signed = log.note(20).with(later.signatures().get(0));
    // Its state is put back to before.
    store.put(log.origin(), log.note(9));
    conflict(9, log.request(20, 30));
    refused(503, new AddCheckpoint(9, log.proof(9, 20), signed));
    assertTrue(witness.lost().isPresent());
    refused(503, log.request(9, 10));
    refused(503, TestLog.named("b.example").request(0, 3));
  }

  @Test
  void aForgedCosignatureStopsNothing() {
    cosigned(log.request(0, 9));
    NoteSignature old = latest().orElseThrow().signatures().get(1);
    assertEquals(
        200, witness.add(new AddCheckpoint(9, log.proof(9, 20), log.note(20).with(old))).status());
    assertEquals(Optional.empty(), witness.lost());
    assertEquals(List.of(witness.key()), latest().orElseThrow().verify(List.of(witness.key())));
  }

  @Test
  void whatCannotBeKeptIsNotCosigned() {
    WitnessStore broken =
        new WitnessStore() {
          @Override
          public Optional<Note> latest(String origin) {
            return Optional.empty();
          }

          @Override
          public void put(String origin, Note cosigned) {
            throw FilesException.diskFull(Path.of("witness"), null);
          }

          @Override
          public void close() {}
        };
    assertEquals(503, witness(broken).add(log.request(0, 9).octets()).status());
  }
}
