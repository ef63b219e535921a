package dev.meshsim.transparency.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest checkpoint of another portal that a portal has verified, as a record of the portal
 * log; or the evidence that the other portal has forked its log or lost records.
 *
 * @param key the key of the other log, as C2SP signed-note writes it
 * @param checkpoint the note of the last checkpoint that continues those before
 * @param evidence the text of the {@link Evidence}, if a later one does not; null if all is well
 */
public record PeerHead(
    @JsonProperty("Key") String key,
    @JsonProperty("Checkpoint") String checkpoint,
    @JsonProperty("Evidence") @Nullable String evidence) {

  private static final String PREFIX = "Peer$";

  /** Checks that nothing is missing. */
  public PeerHead {
    Objects.requireNonNull(key, "Key");
    Objects.requireNonNull(checkpoint, "Checkpoint");
  }

  /** The primary key of a portal's records in the portal log of another one. */
  public static String key(String domain) {
    return PREFIX + domain;
  }

  /** True if a record is one of these. */
  public static boolean is(LogName log, String primaryKey) {
    return log == LogName.PORTAL && primaryKey.startsWith(PREFIX);
  }

  /** The change that writes the record. */
  public Change change(boolean first, Instant now) {
    String primaryKey = key(NoteKey.parse(key).name());
    Bytes text = MeshJson.writeTagged(this);
    return first
        ? Change.create(LogName.PORTAL, primaryKey, List.of(), text, now)
        : Change.update(LogName.PORTAL, primaryKey, List.of(), text, now);
  }

  /**
   * Reads the record.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if it is none
   */
  public static PeerHead read(DataItem item) {
    try {
      return MeshJson.readTagged(Objects.requireNonNull(item.text(), "Text"), PeerHead.class);
    } catch (JsonException | IllegalArgumentException | NullPointerException e) {
      throw TransparencyException.badProof(item.transactionId() + " is no checkpoint of a peer");
    }
  }

  /** The signed note; nothing of it is verified. */
  public Note note() {
    return Note.parse(Bytes.utf8(checkpoint));
  }

  /**
   * Verifies the checkpoint.
   *
   * @param log the key that the reader knows of the other log
   */
  public Checkpoint open(NoteKey log) {
    return Checkpoint.open(note(), log);
  }
}
