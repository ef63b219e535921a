package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.Map;

/**
 * The evidence of what a portal did to its log, or a witness of logs, as a file that goes round.
 * {@link #judge} trusts nobody: the signatures and the hashes in it show it to everybody.
 */
public sealed interface Evidence
    permits DroppedEvidence, ForkEvidence, NotLatestEvidence, RolledBackEvidence, WitnessEvidence {

  /** The most octets of evidence. */
  int MOST_OCTETS = 256 * 1024;

  /**
   * Judges the evidence.
   *
   * @return one sentence that says what it shows
   * @throws TransparencyException {@code transparency.no-evidence} if it shows nothing
   */
  String judge();

  /** The evidence as a file has it: tagged JSON with a line feed. */
  default Bytes text() {
    return Bytes.utf8(MeshJson.writeTagged(this).utf8() + "\n");
  }

  /**
   * Reads a file.
   *
   * @throws TransparencyException {@code transparency.no-evidence} if it is none
   */
  static Evidence read(Bytes text) {
    try {
      return MeshJson.readTagged(
          text,
          Evidence.class,
          Map.of(
              "DroppedEvidence", DroppedEvidence.class,
              "ForkEvidence", ForkEvidence.class,
              "NotLatestEvidence", NotLatestEvidence.class,
              "RolledBackEvidence", RolledBackEvidence.class,
              "WitnessEvidence", WitnessEvidence.class));
    } catch (MeshException | NullPointerException | IllegalArgumentException e) {
      throw TransparencyException.noEvidence("it is not of this form");
    }
  }
}
