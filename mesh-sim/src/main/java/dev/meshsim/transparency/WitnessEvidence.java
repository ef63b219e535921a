package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Cosignature;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.List;

/**
 * The evidence that a witness has contradicted itself: two cosignatures of one log that no honest
 * witness gives. They are of two histories, or the later one is of fewer records.
 *
 * @param witness the key of the witness, as C2SP signed-note writes it
 * @param older the note of the checkpoint with fewer records, or one of two of the same size
 * @param newer the note of the other
 * @param path the proof of consistency from the size of {@code older} in the tree of {@code newer},
 *     its first hash always explicit; empty if the sizes are equal, or if the times are the
 *     evidence
 */
public record WitnessEvidence(
    @JsonProperty("Witness") String witness,
    @JsonProperty("Older") String older,
    @JsonProperty("Newer") String newer,
    @JsonProperty("Path") List<Bytes> path)
    implements Evidence {

  /** Copies the list. */
  public WitnessEvidence {
    path = path == null ? List.of() : List.copyOf(path);
  }

  /**
   * The evidence against those witnesses who have cosigned both checkpoints of a fork.
   *
   * @param fork the evidence against the log
   * @param witnesses the keys of the known witnesses
   */
  public static List<WitnessEvidence> in(ForkEvidence fork, List<NoteKey> witnesses) {
    return witnesses.stream()
        .map(key -> new WitnessEvidence(key.text(), fork.older(), fork.newer(), fork.path()))
        .filter(WitnessEvidence::showsSomething)
        .toList();
  }

  private boolean showsSomething() {
    try {
      return !judge().isEmpty();
    } catch (TransparencyException e) {
      return false;
    }
  }

  /** A checkpoint that the witness has cosigned. */
  private record Cosigned(Checkpoint checkpoint, Instant time) {

    static Cosigned open(String text, NoteKey witness) {
      Note note = Note.parse(Bytes.utf8(text));
      note.verify(List.of(witness));
      return new Cosigned(
          Checkpoint.verified(note),
          Cosignature.time(note, witness)
              .orElseThrow(() -> TransparencyException.badSignature(witness.name())));
    }

    long size() {
      return checkpoint.tree().size();
    }
  }

  @Override
  public String judge() {
    NoteKey key;
    Cosigned first;
    Cosigned second;
    try {
      key = NoteKey.parse(witness);
      first = Cosigned.open(older, key);
      second = Cosigned.open(newer, key);
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    if (key.type() != KeyType.COSIGNATURE) {
      throw TransparencyException.noEvidence("its key is not one of a witness");
    }
    if (!first.checkpoint().origin().equals(second.checkpoint().origin())) {
      throw TransparencyException.noEvidence("its checkpoints are of two logs");
    }
    String whom =
        "the witness "
            + Quote.brief(key.name())
            + " has cosigned, of the log "
            + Quote.brief(first.checkpoint().origin())
            + ", ";
    if (first.size() < second.size() && first.time().isAfter(second.time())) {
      return whom
          + second.size()
          + " records at "
          + second.time()
          + " and only "
          + first.size()
          + " at "
          + first.time();
    }
    return whom + Histories.difference(first.checkpoint(), second.checkpoint(), path);
  }
}
