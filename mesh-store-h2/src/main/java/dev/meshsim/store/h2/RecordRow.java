package dev.meshsim.store.h2;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.WorkMeter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record and its position in the result.
 *
 * @param order the page key of a page that begins with it
 */
record RecordRow(long order, DataItem item) {

  /** The columns of a SELECT for {@link #item}, from the table r. */
  static final String OWN_COLUMNS = "r.number, r.prior, r.action, r.added_ms, r.terms, r.text";

  /** The first columns of a SELECT for {@link #read}, from the tables r and k. */
  static final String COLUMNS = OWN_COLUMNS + ", k.name, ";

  /** Reads a row; the column after {@link #COLUMNS} is the order. */
  static RecordRow read(ResultSet row, WorkMeter meter) throws SQLException {
    String name = ColumnText.of(row.getBytes(7));
    return new RecordRow(row.getLong(8), item(row, name, meter));
  }

  /**
   * Reads a row with the marks of its transaction. Two more columns tell, by not being null, that
   * the transaction goes on after this record, and after the record before it. The third has the
   * marks; it is null for a record that has no row in the tree yet.
   */
  static RecordRow readMarked(ResultSet row, WorkMeter meter) throws SQLException {
    RecordRow read = read(row, meter);
    row.getLong(9);
    boolean pending = !row.wasNull();
    row.getLong(10);
    boolean commit = !pending && !row.wasNull();
    int marks = row.getInt(11);
    if (!row.wasNull()) {
      pending = TreeRows.isPending(marks);
      commit = TreeRows.isCommit(marks);
    }
    return pending || commit ? new RecordRow(read.order, read.item.marked(pending, commit)) : read;
  }

  /** Reads a record of the key {@code name}. */
  static DataItem item(ResultSet row, String name, WorkMeter meter) throws SQLException {
    long prior = row.getLong(2);
    String priorId = row.wasNull() ? null : DataItem.PREFIX + prior;
    byte[] terms = row.getBytes(5);
    byte @Nullable [] text = row.getBytes(6);
    meter.recordsRead.increment();
    meter.octetsRead.add(terms.length + (text == null ? 0 : text.length));
    return new DataItem(
        DataItem.PREFIX + row.getLong(1),
        name,
        priorId,
        Action.valueOf(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        TermsJson.read(terms),
        text == null ? null : Bytes.of(text),
        false,
        false,
        false);
  }

  /** The octets of the text; a Delete has none. */
  long textOctets() {
    Bytes text = item.text();
    return text == null ? 0 : text.length();
  }
}
