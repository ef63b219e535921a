package dev.meshsim.transparency.witness;

import dev.meshsim.transparency.note.NoteSignature;
import java.util.List;

/** The answer of a witness to a checkpoint, with the status that HTTP has for it. */
public sealed interface WitnessAnswer {

  /** The HTTP status. */
  int status();

  /** The witness has cosigned; status 200. */
  record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {

    /** Copies the list. */
    public Cosigned {
      signatures = List.copyOf(signatures);
    }

    @Override
    public int status() {
      return 200;
    }
  }

  /** The old size is not that of the last checkpoint that the witness has cosigned; status 409. */
  record Conflict(long size) implements WitnessAnswer {

    @Override
    public int status() {
      return 409;
    }
  }

  /**
   * The witness does not cosign.
   *
   * @param status 400 for what is no request, 403 for a checkpoint that its log has not signed, 404
   *     for a log that the witness does not know, 422 for a checkpoint that does not continue the
   *     last one, 503 for a witness that cannot go on
   * @param reason one sentence
   */
  record Refused(int status, String reason) implements WitnessAnswer {}
}
