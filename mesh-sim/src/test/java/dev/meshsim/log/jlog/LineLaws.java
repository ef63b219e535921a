package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.OctetBuffer;

/** Laws between the fast and the strict parser of a record's line. */
final class LineLaws {

  private LineLaws() {}

  /** The line as the store writes it, without its line feed. */
  static Bytes line(Change change, long number, long prior, boolean pending, boolean commit) {
    OctetBuffer out = new OctetBuffer(16);
    LineWriter.line(out, LineWriter.parts(change), number, prior, pending, commit);
    return Bytes.of(out.copy(0, out.size() - 1));
  }

  /** Both readers get back what was written. */
  static boolean bothReadersAgreeWith(DataItem item, Bytes line) {
    DataItem strict = MeshJson.readTagged(line, DataItem.class);
    DataItem fast = fast(line);
    // A key with an escape or with letters beyond ASCII is left to the strict parser.
    return strict.equals(item) && (fast == null || fast.equals(item));
  }

  /** The fast reader accepts nothing that the strict one refuses or reads differently. */
  static boolean fastIsAsStrict(Bytes line) {
    DataItem fast = fast(line);
    if (fast == null) {
      return true;
    }
    try {
      return fast.equals(MeshJson.readTagged(line, DataItem.class));
    } catch (JsonException e) {
      return false;
    }
  }

  /** The line as the fast parser reads it, or null if it declines. */
  static @org.jspecify.annotations.Nullable DataItem fast(Bytes line) {
    byte[] octets = java.util.Arrays.copyOf(line.toArray(), line.length() + 1);
    octets[line.length()] = '\n';
    LineScanner scanner = new LineScanner();
    return scanner.scan(octets, 0, octets.length) == octets.length ? scanner.item() : null;
  }
}
