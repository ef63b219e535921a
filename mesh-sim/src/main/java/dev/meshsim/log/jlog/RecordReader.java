package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import java.nio.file.Path;

/** Parses a record's line that the index has found. */
final class RecordReader {

  private RecordReader() {}

  /**
   * Reads a line.
   *
   * @throws JlogException {@code store.jlog.changed} if it is not the record that the index says is
   *     there
   */
  static DataItem read(byte[] line, int number, Path path, long offset) {
    LineScanner scanner = new LineScanner();
    DataItem item;
    if (scanner.scan(line, 0, line.length) == line.length) {
      item = scanner.item();
    } else {
      try {
        item = MeshJson.readTagged(Bytes.of(line), DataItem.class);
      } catch (JsonException e) {
        throw JlogException.recordGone(path, offset, number, e);
      }
    }
    if (item.number() != number) {
      throw JlogException.recordGone(path, offset, number, null);
    }
    return item;
  }
}
