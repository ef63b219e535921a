package dev.meshsim.audit;

import dev.meshsim.audit.record.Problem;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link LogVerify} found in one file.
 *
 * @param file the name of the source
 * @param generation the label of the generation its objects are of; several are joined by {@code +}
 * @param records how many frames it has, the unreadable ones included
 * @param unreadable how many of them could not be read
 * @param signatures what came of the signatures, nested ones included, each as often as it occurs
 * @param fingerprints what came of the keys' fingerprints, counted alike
 * @param problems by record; of one kind no more than {@link FileReport#MOST}, then a count
 * @param failed whether anything failed, listed or not
 */
public record LogVerdict(
    String file,
    String generation,
    long records,
    long unreadable,
    Signatures signatures,
    Fingerprints fingerprints,
    List<Problem> problems,
    boolean failed) {

  /** Copies the list. */
  public LogVerdict {
    Objects.requireNonNull(file);
    Objects.requireNonNull(generation);
    Objects.requireNonNull(signatures);
    Objects.requireNonNull(fingerprints);
    problems = List.copyOf(problems);
  }

  /**
   * Counts of signatures.
   *
   * @param verified the key's fingerprint, the digest, the signature and the signer's role are
   *     right
   * @param failed one of them is wrong
   * @param unverifiable the key, or the profile that gives it the role, is in none of the files
   */
  public record Signatures(long verified, long failed, long unverifiable) {}

  /**
   * Counts of fingerprints.
   *
   * @param matched those of their keys
   * @param mismatched others
   */
  public record Fingerprints(long matched, long mismatched) {}

  /** The verdict as one line of JSON, without a line feed. */
  public String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", file);
    json.put("generation", generation);
    json.put("records", records);
    json.put("unreadable", unreadable);
    json.putObject("signatures")
        .put("verified", signatures.verified)
        .put("failed", signatures.failed)
        .put("unverifiable", signatures.unverifiable);
    json.putObject("fingerprints")
        .put("matched", fingerprints.matched)
        .put("mismatched", fingerprints.mismatched);
    ArrayNode list = json.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("record", problem.record())
          .put("kind", problem.kind().label())
          .put("detail", problem.detail())
          .put("severity", problem.kind().failure() ? "error" : "note");
    }
    return json.toString();
  }
}
