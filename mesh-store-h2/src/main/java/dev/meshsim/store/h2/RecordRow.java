package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record and where it stands among those that were asked for.
 *
 * @param order the page key of a page that begins with it
 */
record RecordRow(long order, DataItem item) {

  /** What {@link #read} expects first in a SELECT, of the tables r and k. */
  static final String COLUMNS =
      "r.number, r.prior, r.action, r.added_ms, r.terms, r.text, k.name, ";

  /** Reads a row; the column after {@link #COLUMNS} is the order. */
  static RecordRow read(ResultSet row, Meter meter) throws SQLException {
    long prior = row.getLong(2);
    String priorId = row.wasNull() ? null : DataItem.PREFIX + prior;
    byte[] terms = row.getBytes(5);
    byte @Nullable [] text = row.getBytes(6);
    meter.recordsRead.increment();
    meter.octetsRead.add(terms.length + (text == null ? 0 : text.length));
    DataItem item =
        new DataItem(
            DataItem.PREFIX + row.getLong(1),
            new String(row.getBytes(7), StandardCharsets.UTF_8),
            priorId,
            Action.valueOf(row.getString(3)),
            Instant.ofEpochMilli(row.getLong(4)),
            readTerms(terms),
            text == null ? null : Bytes.of(text),
            false,
            false,
            false);
    return new RecordRow(row.getLong(8), item);
  }

  static List<IndexTerm> readTerms(byte[] json) {
    return json.length == 2 ? List.of() : List.of(MeshJson.read(Bytes.of(json), IndexTerm[].class));
  }

  static byte[] writeTerms(List<IndexTerm> terms) {
    return MeshJson.write(terms).toArray();
  }

  /** The octets of the text; a Delete has none. */
  long textOctets() {
    Bytes text = item.text();
    return text == null ? 0 : text.length();
  }
}
