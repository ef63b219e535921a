package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to a witness (C2SP tlog-witness, {@code add-checkpoint}): a checkpoint, and the proof
 * that it continues the last one that the witness has cosigned.
 *
 * @param old the size of the checkpoint that the witness has cosigned last; 0 for none
 * @param proof the proof of consistency (RFC 9162 section 2.1.4.1) from the old size, at most
 *     {@value #MOST_HASHES} hashes of 32 octets; empty if the old size is 0 or that of the
 *     checkpoint
 * @param checkpoint the note of the checkpoint, signed by its log; not verified
 */
public record AddCheckpoint(long old, List<Bytes> proof, Note checkpoint) {

  /** The most hashes of a proof. */
  public static final int MOST_HASHES = 63;

  /** The most octets of a request: a note, 63 hashes in base64 with line feeds, and the size. */
  public static final int MOST_OCTETS = Note.MOST_OCTETS + MOST_HASHES * 45 + 25;

  private static final String OLD = "old ";

  /** Checks the ranges and copies the list. */
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (old < 0 || proof.size() > MOST_HASHES) {
      throw new IllegalArgumentException(
          "a size of 0 or more, and at most " + MOST_HASHES + " hashes");
    }
  }

  /**
   * Reads a request.
   *
   * @throws TransparencyException {@code transparency.bad-request} if it is none, and as {@link
   *     Note#parse}
   */
  public static AddCheckpoint parse(Bytes octets) {
    if (octets.length() > MOST_OCTETS) {
      throw bad("it has more than " + MOST_OCTETS + " octets");
    }
    if (octets.utf8Fault() != Utf8.NONE) {
      throw bad("it is not UTF-8 at octet " + octets.utf8Fault());
    }
    String all = octets.utf8();
    int split = all.indexOf("\n\n");
    if (split < 0 || !all.startsWith(OLD)) {
      throw bad("a line 'old SIZE', the hashes of a proof, an empty line and a note are needed");
    }
    String[] lines = all.substring(0, split).split("\n", -1);
    long old =
        DecimalSize.parse(lines[0].substring(OLD.length()))
            .orElseThrow(() -> bad("the old size is not a decimal number below 2^63"));
    if (lines.length - 1 > MOST_HASHES) {
      throw bad("the proof has more than " + MOST_HASHES + " hashes");
    }
    List<Bytes> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int line = i + 1;
      proof.add(
          StrictBase64.parse(lines[i])
              .filter(hash -> hash.length() == TreeHasher.OCTETS)
              .orElseThrow(() -> bad("line " + line + " is not base64 of 32 octets")));
    }
    return new AddCheckpoint(old, proof, Note.parse(Bytes.utf8(all.substring(split + 2))));
  }

  private static TransparencyException bad(String problem) {
    return TransparencyException.badRequest(problem);
  }

  /** The octets of the request, which {@link #parse} reads. */
  public Bytes octets() {
    StringBuilder all = new StringBuilder(OLD).append(old).append('\n');
    proof.forEach(hash -> all.append(StrictBase64.of(hash)).append('\n'));
    return Bytes.utf8(all.append('\n').append(checkpoint.octets().utf8()).toString());
  }
}
