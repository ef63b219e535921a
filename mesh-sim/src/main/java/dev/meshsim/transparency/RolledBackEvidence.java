package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a log lost records: a checkpoint that was made later than another, by the
 * portal's own clock in the log, and has fewer records. A smaller checkpoint that was made earlier
 * proves nothing, since anybody can show an old one.
 *
 * @param key the key of the log, as C2SP signed-note writes it
 * @param earlier the checkpoint with more records
 * @param later the one with fewer
 * @param statements the portal's statements of its keys from the newer key to the older one, if two
 *     keys have signed the checkpoints; null if {@code key} has signed both
 */
public record RolledBackEvidence(
    @JsonProperty("Key") String key,
    @JsonProperty("Earlier") HeadProof earlier,
    @JsonProperty("Later") HeadProof later,
    @JsonProperty("Statements") @Nullable List<Bytes> statements)
    implements Evidence {

  /** Copies the list. */
  public RolledBackEvidence {
    statements = statements == null ? null : List.copyOf(statements);
  }

  @Override
  public String judge() {
    HeadProof.Proved before;
    HeadProof.Proved after;
    try {
      Histories.Keys keys = Histories.Keys.read(key, statements);
      before = keys.check(earlier);
      after = keys.check(later);
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    if (after.size() >= before.size() || !after.made().isAfter(before.made())) {
      throw TransparencyException.noEvidence(
          "its later checkpoint does not have fewer records, or is an old one");
    }
    return "the log "
        + before.checkpoint().origin()
        + " has lost records: it had "
        + before.size()
        + " at "
        + before.made()
        + " and "
        + after.size()
        + " at "
        + after.made();
  }
}
