package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of archives; its failure names the first bad line. */
final class ArchiveReader {

  private final byte[] octets;
  private final List<MachineRecord> records = new ArrayList<>();
  private final Map<RecordKey, Integer> lines = new HashMap<>();
  private int start;
  private int number;

  private ArchiveReader(byte[] octets) {
    this.octets = octets;
  }

  static MachineArchive read(SecretBytes archive) {
    byte[] octets = archive.expose();
    try {
      return new ArchiveReader(octets).read();
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  private MachineArchive read() {
    StoreMode mode = null;
    int expected = 0;
    while (start < octets.length) {
      Bytes line = next();
      if (mode == null) {
        MachineArchive.Head head = head(line);
        mode = head.mode();
        expected = head.records();
      } else {
        add(line);
      }
    }
    if (mode == null) {
      throw MachineException.badArchive(1, "it is missing, since the archive is empty");
    }
    if (records.size() != expected) {
      throw MachineException.cutArchive(number, expected, records.size());
    }
    return new MachineArchive(mode, records);
  }

  private Bytes next() {
    int end = start;
    while (end < octets.length && octets[end] != '\n') {
      end++;
    }
    byte[] line = Arrays.copyOfRange(octets, start, end);
    start = end + 1;
    number++;
    requireUtf8(line);
    Bytes text = Bytes.of(line);
    Arrays.fill(line, (byte) 0);
    return text;
  }

  private void requireUtf8(byte[] line) {
    if (Utf8.fault(line, 0, line.length) != Utf8.NONE) {
      throw MachineException.badArchive(number, "it is not UTF-8");
    }
  }

  private MachineArchive.Head head(Bytes line) {
    Map<String, Class<?>> tags = Map.of(MachineArchive.TAG, MachineArchive.Head.class);
    MachineArchive.Head head;
    try {
      head = MeshJson.readTagged(line, MachineArchive.Head.class, tags);
    } catch (JsonException e) {
      throw MachineException.badArchive(
          number, "an archive begins with {\"" + MachineArchive.TAG + "\": {...}}");
    }
    if (head.format() != MachineArchive.FORMAT) {
      throw MachineException.badArchive(
          number,
          "its format is " + head.format() + ", and " + MachineArchive.FORMAT + " is expected");
    }
    if (head.mode() == null) {
      throw MachineException.badArchive(number, "it says neither TEST nor PRODUCTION");
    }
    return head;
  }

  private void add(Bytes line) {
    MachineRecord record = record(line);
    Integer before = lines.put(record.key(), number);
    if (before != null) {
      throw MachineException.badArchive(number, "line " + before + " is the same record");
    }
    records.add(record);
  }

  private MachineRecord record(Bytes line) {
    try {
      MachineRecord record = MeshJson.readTagged(line, ArchiveLine.class).record();
      record.key();
      return record;
    } catch (JsonException e) {
      // The text may be a private key, so the message does not quote it.
      throw MachineException.badArchive(number, what(e) + e.position().replace(" line 1,", ""));
    } catch (MeshException e) {
      throw MachineException.badArchive(number, e.problem());
    } catch (NullPointerException e) {
      throw MachineException.badArchive(number, "a member is missing");
    } catch (IllegalArgumentException e) {
      throw MachineException.badArchive(number, "a name or a kind is none that a machine keeps");
    }
  }

  private static String what(JsonException e) {
    if (e.isOfAbsentMember()) {
      return e.problem().replace(e.position(), "");
    }
    if (e.errorCode() == JsonException.Code.MALFORMED) {
      return "it is not JSON";
    }
    if (e.errorCode() == JsonException.Code.DUPLICATE_MEMBER) {
      return "a member is there twice";
    }
    return e.errorCode() == JsonException.Code.LIMIT
        ? "it is larger than any record"
        : "it is JSON of another shape";
  }
}
