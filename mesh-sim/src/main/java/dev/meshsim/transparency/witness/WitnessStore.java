package dev.meshsim.transparency.witness;

import dev.meshsim.transparency.note.Note;
import java.util.Optional;

/** The last checkpoint of each log that a witness has cosigned. Thread-safe. */
public interface WitnessStore extends AutoCloseable {

  /**
   * The last cosigned checkpoint of a log, with the signature of the log and the cosignature.
   *
   * @param origin the name of the log
   */
  Optional<Note> latest(String origin);

  /**
   * Keeps a cosigned checkpoint; durable when this returns. After a failure nothing more is kept.
   *
   * @throws dev.meshsim.error.MeshException if it cannot be kept
   */
  void put(String origin, Note cosigned);

  @Override
  void close();
}
