package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.LogMemory.Kept;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a portal gave an old record of a key as its latest: a proof that the map names
 * one record, and a proof or a receipt of a newer one which that map covers.
 *
 * @param key the key of the log, as C2SP signed-note writes it
 * @param log the label of the log that the key is of, {@code mesh} or {@code portal}
 * @param primaryKey the key
 * @param shown the proof that names the old record, or that there is none
 * @param proof the proof of the newer record; null if there is a receipt
 * @param receipt the receipt of the newer record; null if there is a proof
 * @param statements the portal's statements of its keys from the newer key to the older one, if two
 *     keys have signed the proofs and the receipt; null if {@code key} is that of all
 */
public record NotLatestEvidence(
    @JsonProperty("Key") String key,
    @JsonProperty("Log") String log,
    @JsonProperty("PrimaryKey") String primaryKey,
    @JsonProperty("Shown") LogProof shown,
    @JsonProperty("Proof") @Nullable LogProof proof,
    @JsonProperty("Receipt") @Nullable Kept receipt,
    @JsonProperty("Statements") @Nullable List<Bytes> statements)
    implements Evidence {

  /** Copies the list. */
  public NotLatestEvidence {
    statements = statements == null ? null : List.copyOf(statements);
  }

  @Override
  public String judge() {
    LogProof.Proved found;
    long newer;
    try {
      Histories.Keys keys = Histories.Keys.read(key, statements);
      found = keys.check(shown, MapKey.of(log, primaryKey));
      newer = newer(keys);
    } catch (MeshException e) {
      throw TransparencyException.noEvidence(e.problem());
    }
    Optional<MapLeaf> latest = found.latest();
    if (newer > found.head().covered() || latest.filter(at -> at.number() >= newer).isPresent()) {
      throw TransparencyException.noEvidence("one log can have both records");
    }
    return "the log "
        + found.head().checkpoint().origin()
        + " hides record "
        + newer
        + ": its checkpoint of "
        + found.head().size()
        + " says that "
        + latest.map(at -> "record " + at.number()).orElse("no record")
        + " is the latest of that key";
  }

  /** The number of the newer record. */
  private long newer(Histories.Keys keys) {
    if (proof != null) {
      return keys.check(proof, MapKey.of(log, primaryKey))
          .latest()
          .orElseThrow(() -> TransparencyException.noEvidence("its proof names no record"))
          .number();
    }
    if (receipt == null) {
      throw TransparencyException.noEvidence("it names no newer record");
    }
    KeyStatement signers = KeyStatement.read(receipt.statement());
    Receipt read = Receipt.read(receipt.receipt(), signers);
    boolean known =
        keys.chain().isEmpty()
            ? signers.log().equals(Optional.of(keys.key()))
            : keys.chain().has(signers);
    if (!known || !read.mapKey().equals(MapKey.of(log, primaryKey))) {
      throw TransparencyException.noEvidence("its receipt is of another log or key");
    }
    return read.number();
  }
}
