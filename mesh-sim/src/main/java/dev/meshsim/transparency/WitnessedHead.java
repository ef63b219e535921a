package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.note.Note;
import java.util.List;
import java.util.Objects;

/**
 * A checkpoint that witnesses have cosigned, with the way to the one that an answer is proved by.
 *
 * @param checkpoint the note, with the signature of the log and the cosignatures
 * @param path the proof that the answer's checkpoint continues it, its first hash always explicit;
 *     empty if it is the same one
 */
public record WitnessedHead(
    @JsonProperty("Checkpoint") String checkpoint, @JsonProperty("Path") List<Bytes> path) {

  /** Checks that nothing is missing, and copies the list. */
  public WitnessedHead {
    Objects.requireNonNull(checkpoint, "Checkpoint");
    path = path == null ? List.of() : List.copyOf(path);
  }

  /** The note; nothing of it is verified. */
  public Note note() {
    return Note.parse(Bytes.utf8(checkpoint));
  }
}
