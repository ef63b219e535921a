package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
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
 */
public record NotLatestEvidence(
    @JsonProperty("Key") String key,
    @JsonProperty("Log") String log,
    @JsonProperty("PrimaryKey") String primaryKey,
    @JsonProperty("Shown") LogProof shown,
    @JsonProperty("Proof") @Nullable LogProof proof,
    @JsonProperty("Receipt") LogMemory.@Nullable Kept receipt)
    implements Evidence {

  @Override
  public String judge() {
    LogProof.Proved found;
    long newer;
    try {
      NoteKey noteKey = NoteKey.parse(key);
      found = shown.check(noteKey, MapKey.of(log, primaryKey));
      newer = newer(noteKey);
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
  private long newer(NoteKey noteKey) {
    if (proof != null) {
      return proof
          .check(noteKey, MapKey.of(log, primaryKey))
          .latest()
          .orElseThrow(() -> TransparencyException.noEvidence("its proof names no record"))
          .number();
    }
    if (receipt == null) {
      throw TransparencyException.noEvidence("it names no newer record");
    }
    KeyStatement keys = KeyStatement.read(receipt.statement());
    Receipt read = Receipt.read(receipt.receipt(), keys);
    if (!keys.log().equals(Optional.of(noteKey))
        || !read.mapKey().equals(MapKey.of(log, primaryKey))) {
      throw TransparencyException.noEvidence("its receipt is of another log or key");
    }
    return read.number();
  }
}
