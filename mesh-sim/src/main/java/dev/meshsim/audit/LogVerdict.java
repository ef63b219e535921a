package dev.meshsim.audit;

import dev.meshsim.audit.record.Problem;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of {@link LogVerify} for one file.
 *
 * @param file the name of the source
 * @param generation the label of its objects' {@link dev.meshsim.audit.record.Generation}; several
 *     are joined by {@code +}
 * @param records the number of records, unreadable ones included
 * @param unreadable the number of unreadable records
 * @param signatures counts of signatures, nested ones included, each as often as it occurs
 * @param fingerprints counts of the keys' fingerprints, in like manner
 * @param problems the problems by record: at most 100 of one kind, and a count of the rest
 * @param failed true if there is a problem, listed or not, that is a failure
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
   * @param verified signatures whose key's fingerprint, digest, value and signer's role are right
   * @param failed signatures with one of these wrong
   * @param unverifiable signatures whose key, or the profile that gives it the role, is not in the
   *     files
   */
  public record Signatures(long verified, long failed, long unverifiable) {}

  /**
   * Counts of fingerprints.
   *
   * @param matched fingerprints that are those of their keys
   * @param mismatched fingerprints that are not
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
