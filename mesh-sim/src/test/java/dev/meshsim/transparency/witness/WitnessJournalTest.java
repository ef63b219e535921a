package dev.meshsim.transparency.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a witness: what it has answered is there after any end of the process. */
class WitnessJournalTest {

  private static final TestLog A = KeptWitness.A;
  private static final TestLog B = KeptWitness.B;

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("witness.jsonl");
  }

  private KeptWitness open() {
    return KeptWitness.open(file(), DurableFiles.real());
  }

  private void lost(String problem) {
    TransparencyException e =
        assertThrows(
            TransparencyException.class,
            () -> WitnessJournal.open(file(), TestLog.witness().key(), DurableFiles.real()));
    assertEquals(TransparencyException.Code.WITNESS_LOST, e.errorCode());
    assertTrue(e.problem().contains(problem), e.problem());
  }

  @Test
  void whatWasCosignedIsThereAfterARestart() {
    try (KeptWitness first = open()) {
      first.cosign(A, 0, 9);
      first.cosign(B, 0, 3);
      first.cosign(A, 9, 12);
    }
    try (KeptWitness second = open()) {
      assertEquals(Map.of("mesh.example", 12L, "b.example", 3L), second.sizes());
      assertEquals(new WitnessAnswer.Conflict(12), second.witness().add(A.request(9, 20)));
      second.cosign(A, 12, 20);
    }
  }

  @Test
  void oneProcessHasTheFile() {
    try (KeptWitness first = open()) {
      assertThrows(FilesException.FileLocked.class, this::open);
      first.cosign(A, 0, 1);
    }
    open().close();
  }

  @Test
  void aWitnessWithoutItsFileDoesNotBeginAnew() {
    lost("there is no file");
  }

  @Test
  void theFileOfAnotherWitnessIsRefused() throws Exception {
    WitnessJournal.create(file(), TestLog.witness().key(), DurableFiles.real());
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("w1", "w2"));
    lost("is of the key witness.example/w2");
    assertThrows(
        FilesException.class,
        () -> WitnessJournal.create(file(), TestLog.witness().key(), DurableFiles.real()));
  }

  @Test
  void aCutLineWasNeverAnswered() throws Exception {
    byte[] before;
    try (KeptWitness first = open()) {
      first.cosign(A, 0, 9);
      before = Files.readAllBytes(file());
      first.cosign(A, 9, 12);
    }
    byte[] all = Files.readAllBytes(file());
    for (int end = before.length; end < all.length; end += 13) {
      Files.write(file(), Bytes.of(all, 0, end).toArray());
      try (KeptWitness again = open()) {
        assertEquals(Map.of("mesh.example", 9L), again.sizes());
      }
      assertEquals(before.length, Files.size(file()), "the rest is cut off");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "no JSON", "{\"Key\":null}"})
  void aFileWithoutItsFirstLineIsRefused(String first) throws Exception {
    Files.writeString(file(), first + "\n");
    lost("");
    Files.writeString(file(), first);
    lost("has no whole line");
  }

  @Test
  void aDamagedLineIsRefused() throws Exception {
    try (KeptWitness first = open()) {
      first.cosign(A, 0, 9);
      first.cosign(A, 9, 12);
    }
    List<String> lines = Files.readAllLines(file());
    Files.write(file(), List.of(lines.get(0), lines.get(1), lines.get(2).substring(3)));
    lost("line 3 of");
    Files.write(file(), List.of(lines.get(0), lines.get(1).substring(3), lines.get(2)));
    lost("line 2 of");
    Files.write(
        file(), List.of(lines.get(0), lines.get(1), lines.get(2).replace("\\n12\\n", "\\n13\\n")));
    lost("is not one that it has cosigned");
  }

  @Test
  void aFileOfOldLinesIsWrittenAnew() throws Exception {
    try (KeptWitness first = open()) {
      first.cosign(B, 0, 3);
      first.cosign(A, 0, 9);
    }
    String line = Files.readAllLines(file()).get(2) + "\n";
    // Just below the size at which the file is looked at.
    int repeats = 1024 * 1024 / line.length() - 1;
    Files.writeString(file(), Files.readString(file()) + line.repeat(repeats));
    long large = Files.size(file());
    try (KeptWitness again = open()) {
      for (int i = 9; i < 14; i++) {
        again.cosign(A, i, i + 1);
      }
      assertTrue(Files.size(file()) < large / 100, Files.size(file()) + " octets");
      again.cosign(B, 3, 4);
      assertEquals(Map.of("mesh.example", 14L, "b.example", 4L), again.sizes());
    }
    try (KeptWitness last = open()) {
      assertEquals(Map.of("mesh.example", 14L, "b.example", 4L), last.sizes());
    }
  }

  @Test
  void threadsThatCosignTheSameLogContradictNobody() throws Exception {
    Map<Long, Note> answered = new ConcurrentHashMap<>();
    TestLog fork = A.forkedAt(5);
    try (KeptWitness kept = open()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        TestLog mine = t % 2 == 0 ? A : fork;
        threads.add(
            new Thread(
                () -> {
                  long known = 0;
                  for (int i = 0; i < 12 && known < 300; i++) {
                    long next = known + 6;
                    WitnessAnswer answer = kept.witness().add(mine.request(known, next));
                    if (answer instanceof WitnessAnswer.Conflict conflict) {
                      known = conflict.size();
                    } else if (answer instanceof WitnessAnswer.Cosigned signed) {
                      Note note = mine.note(next).with(signed.signatures().get(0));
                      Note other = answered.putIfAbsent(next, note);
                      assertTrue(other == null || other.text().equals(note.text()));
                      known = next;
                    }
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertFalse(answered.isEmpty());
    long histories =
        answered.values().stream()
            .map(note -> note.text().equals(A.note(size(note)).text()))
            .distinct()
            .count();
    assertEquals(1, histories, "checkpoints of one branch only");
  }

  private static long size(Note note) {
    return Checkpoint.verified(note).tree().size();
  }
}
