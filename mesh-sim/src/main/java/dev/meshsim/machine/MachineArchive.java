package dev.meshsim.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.json.MeshJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine's data as text, to carry it from one store to another of any kind: one JSON object a
 * line, each tagged with its kind. The first line gives the version of this format, the mode (test
 * or production) and the number of records, by which a truncated archive is recognised. It holds
 * private keys in the clear, so a file with it must be readable by its owner only.
 */
public final class MachineArchive implements AutoCloseable {

  /** The largest file that is read as an archive. */
  public static final int OCTETS = 256 << 20;

  /** The tag of the first line. */
  static final String TAG = "MachineArchive";

  /** The version of the format. */
  static final int FORMAT = 1;

  private final StoreMode mode;
  private final List<MachineRecord> records;

  MachineArchive(StoreMode mode, List<MachineRecord> records) {
    this.mode = mode;
    this.records = List.copyOf(records);
  }

  /** The first line. */
  record Head(
      @JsonProperty("Format") int format,
      @JsonProperty("Mode") @Nullable StoreMode mode,
      @JsonProperty("Records") int records) {}

  /** The archive of a store: a line for each record, ordered by kind and name. */
  public static SecretBytes write(MachineStore store) {
    List<MachineRecord> records = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      records.addAll(store.list(kind));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Head head = new Head(FORMAT, store.mode(), records.size());
    out.writeBytes(MeshJson.writeTagged(TAG, head).toArray());
    out.write('\n');
    for (MachineRecord record : records) {
      out.writeBytes(MeshJson.writeTagged(ArchiveLine.of(record)).toArray());
      out.write('\n');
    }
    return SecretBytes.moveFrom(out.toByteArray());
  }

  /**
   * Reads an archive whole.
   *
   * @throws MachineException if a line is wrong, or if lines are missing; the problem names the
   *     line
   */
  public static MachineArchive read(SecretBytes archive) {
    return ArchiveReader.read(archive);
  }

  /**
   * Refuses an archive of the other mode.
   *
   * @throws MachineException if the archive holds test data and the store production data, or the
   *     reverse
   */
  public void requireMode(StoreMode expected) {
    if (mode != expected) {
      throw MachineException.otherArchive(mode, expected);
    }
  }

  /**
   * Puts everything into {@code store}, in one commit.
   *
   * @param store an empty store of the same mode
   * @return the number of records
   * @throws MachineException if {@code store} is not empty, or of the other mode
   */
  public int into(MachineStore store) {
    requireMode(store.mode());
    for (RecordKind kind : RecordKind.values()) {
      if (!store.list(kind).isEmpty()) {
        throw MachineException.notEmpty();
      }
    }
    List<MachineChange> changes = new ArrayList<>();
    records.forEach(record -> changes.add(new MachineChange.Put(record)));
    store.commit(changes);
    return changes.size();
  }

  /** Clears the private keys; a store has copies of its own. */
  @Override
  public void close() {
    records.forEach(MachineArchive::clear);
  }

  private static void clear(MachineRecord record) {
    if (record instanceof MachineRecord.Key key) {
      key.jwk().close();
    }
  }
}
