package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two cosignatures of one witness that contradict each other. */
class WitnessEvidenceTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String WHO =
      "the witness witness.example/w1 has cosigned, of the log mesh.example, ";

  private final TestLog log = TestLog.example();
  private final TestLog fork = log.forkedAt(2);
  private final NoteSigner witness = TestLog.witness();

  private String cosigned(TestLog of, long size, Instant time) {
    Note note = of.note(size);
    return note.with(witness.cosign(note.text(), time)).octets().utf8();
  }

  private static List<Bytes> explicit(TestLog of, long from, long to) {
    List<Bytes> path = new ArrayList<>(of.proof(from, to));
    if (Long.bitCount(from) == 1) {
      path.add(0, of.tree(from).root());
    }
    return path;
  }

  private String judge(String older, String newer, List<Bytes> path) {
    WitnessEvidence evidence = new WitnessEvidence(witness.key().text(), older, newer, path);
    Evidence read = Evidence.read(evidence.text());
    assertEquals(evidence, read);
    return read.judge();
  }

  private void shows(String sentence, String older, String newer, List<Bytes> path) {
    assertEquals(WHO + sentence, judge(older, newer, path));
  }

  private void showsNothing(String older, String newer, List<Bytes> path) {
    TransparencyException e =
        assertThrows(TransparencyException.class, () -> judge(older, newer, path));
    assertEquals(TransparencyException.Code.NO_EVIDENCE, e.errorCode());
  }

  @Test
  void twoBranchesAreEvidence() {
    shows(
        "two histories of 7 records",
        cosigned(log, 7, NOON),
        cosigned(fork, 7, NOON.plusSeconds(1)),
        List.of());
    for (long size : List.of(3L, 4L, 5L, 8L)) {
      shows(
          "two histories: its first " + size + " records are others in its checkpoint of 9",
          cosigned(log, size, NOON),
          cosigned(fork, 9, NOON.plusSeconds(1)),
          explicit(fork, size, 9));
    }
  }

  @Test
  void aLaterCosignatureOfFewerRecordsIsEvidence() {
    shows(
        "9 records at 2026-01-01T12:00:00Z and only 5 at 2026-01-01T12:00:01Z",
        cosigned(log, 5, NOON.plusSeconds(1)),
        cosigned(log, 9, NOON),
        List.of());
  }

  @Test
  void whatAnHonestWitnessSignsIsNone() {
    showsNothing(cosigned(log, 7, NOON), cosigned(log, 7, NOON.plusSeconds(5)), List.of());
    showsNothing(cosigned(log, 5, NOON), cosigned(log, 9, NOON), explicit(log, 5, 9));
    showsNothing(cosigned(log, 2, NOON), cosigned(fork, 9, NOON), explicit(fork, 2, 9));
    showsNothing(cosigned(log, 0, NOON), cosigned(log, 9, NOON), List.of());
    // A path that is not of the newer tree shows nothing.
    showsNothing(cosigned(log, 5, NOON), cosigned(fork, 9, NOON), explicit(log, 5, 9));
    showsNothing(cosigned(log, 5, NOON), cosigned(fork, 9, NOON), List.of());
  }

  @Test
  void whatTheWitnessHasNotSignedIsNone() {
    String bare = fork.note(7).octets().utf8();
    showsNothing(cosigned(log, 7, NOON), bare, List.of());
    NoteSigner other = TestLog.signer("witness.example/w1", KeyType.COSIGNATURE, 0x40);
    String foreign = fork.note(7).with(other.cosign(fork.note(7).text(), NOON)).octets().utf8();
    showsNothing(cosigned(log, 7, NOON), foreign, List.of());
    String changed = cosigned(fork, 7, NOON).replace("\n7\n", "\n8\n");
    showsNothing(cosigned(log, 7, NOON), changed, List.of());
  }

  @Test
  void aForkAccusesThoseWhoHaveCosignedBothBranches() {
    NoteSigner honest = TestLog.signer("witness.example/w2", KeyType.COSIGNATURE, 0x30);
    String newer = cosigned(fork, 9, NOON.plusSeconds(1));
    Note older = Note.parse(Bytes.utf8(cosigned(log, 5, NOON)));
    String both = older.with(honest.cosign(older.text(), NOON)).octets().utf8();
    ForkEvidence forked = new ForkEvidence(log.key().text(), both, newer, explicit(fork, 5, 9));
    assertEquals(
        List.of(new WitnessEvidence(witness.key().text(), both, newer, forked.path())),
        WitnessEvidence.in(forked, List.of(honest.key(), witness.key())));
  }

  @Test
  void theExampleOfTheDocumentationIsOne() throws IOException {
    WitnessEvidence evidence =
        new WitnessEvidence(
            witness.key().text(),
            cosigned(log, 5, NOON),
            cosigned(fork, 9, NOON.plusSeconds(1)),
            explicit(fork, 5, 9));
    Path example = Path.of("..", "docs", "evidence", "witness.json");
    if (Boolean.getBoolean("meshsim.write")) {
      Files.write(example, evidence.text().toArray());
    }
    assertEquals(evidence.text().utf8(), Files.readString(example));
  }

  @Test
  void twoLogsAreNone() {
    showsNothing(cosigned(log, 7, NOON), cosigned(TestLog.named("b.example"), 7, NOON), List.of());
  }

  @Test
  void aKeyOfALogIsNone() {
    WitnessEvidence evidence =
        new WitnessEvidence(
            log.key().text(), cosigned(log, 7, NOON), cosigned(fork, 7, NOON), List.of());
    assertThrows(TransparencyException.class, evidence::judge);
  }
}
