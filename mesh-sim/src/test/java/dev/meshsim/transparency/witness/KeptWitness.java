package dev.meshsim.transparency.witness;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A witness over a file. */
record KeptWitness(Witness witness, WitnessJournal journal) implements AutoCloseable {

  static final TestLog A = TestLog.example();
  static final TestLog B = TestLog.named("b.example");
  private static final World WORLD = World.seeded(25);

  static KeptWitness open(Path file, DurableFiles files) {
    if (files.status(file).isAbsent()) {
      WitnessJournal.create(file, TestLog.witness().key(), files);
    }
    WitnessJournal journal = WitnessJournal.open(file, TestLog.witness().key(), files);
    return new KeptWitness(
        new Witness(WORLD, TestLog.witness(), journal, List.of(A.key(), B.key()), evidence -> {}),
        journal);
  }

  /** The size that the witness has cosigned of each log. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    for (TestLog log : List.of(A, B)) {
      journal
          .latest(log.origin())
          .ifPresent(note -> sizes.put(log.origin(), Checkpoint.verified(note).tree().size()));
    }
    return sizes;
  }

  void cosign(TestLog log, long from, long to) {
    WitnessAnswer answer = witness.add(log.request(from, to));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
