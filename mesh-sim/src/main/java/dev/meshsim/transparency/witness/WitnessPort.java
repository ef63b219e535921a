package dev.meshsim.transparency.witness;

import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Note;
import java.util.Optional;

/** The way to one witness. */
public interface WitnessPort {

  /**
   * Asks for a cosignature.
   *
   * @throws dev.meshsim.error.MeshException if the witness does not answer, or answers something
   *     else
   */
  WitnessAnswer add(AddCheckpoint request);

  /**
   * The last checkpoint of a log that the witness has cosigned; nothing of it is verified.
   *
   * @param originHash see {@link Witness#hash}
   * @return empty if it has none
   * @throws dev.meshsim.error.MeshException as {@link #add}
   */
  Optional<Note> latest(String originHash);
}
