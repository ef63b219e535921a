package dev.meshsim.log.jlog;

import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fast parser of a record's line in exactly the form that {@link LineWriter} writes; it makes no
 * object of the text. It accepts nothing that a strict JSON parser would refuse. Any other line is
 * left to that parser.
 */
final class LineScanner {

  private static final byte[] START = ascii("{\"DataItem\":{\"TransactionID\":\"TID:");
  private static final byte[] KEY = ascii("\",\"PrimaryKey\":\"");
  private static final byte[] PRIOR = ascii("\",\"PriorTransactionID\":\"TID:");
  private static final byte[] ACTION = ascii("\",\"Action\":\"");
  private static final byte[] ADDED = ascii("\",\"Added\":\"");
  private static final byte[] KEYS = ascii("\",\"Keys\":[");
  private static final byte[] TYPE = ascii("{\"IndexTerm\":{\"Type\":\"");
  private static final byte[] TERM = ascii("\",\"Term\":\"");
  private static final byte[] TERM_END = ascii("\"}}");
  private static final byte[] COMMA = ascii(",");
  private static final byte[] TEXT = ascii("],\"Text\":\"");
  private static final byte[] NO_TEXT = ascii("]");
  private static final byte[] QUOTE = ascii("\"");
  private static final byte[] PENDING = ascii(",\"Pending\":true");
  private static final byte[] COMMIT = ascii(",\"Commit\":true");
  private static final byte[] END = ascii("}}\n");
  private static final Action[] ACTIONS = Action.values();
  private static final byte[][] ACTION_NAMES =
      Arrays.stream(ACTIONS).map(a -> ascii(LineWriter.name(a))).toArray(byte[][]::new);
  private static final int NUMBER_DIGITS = 18;

  private byte[] buffer = new byte[0];
  private int at;
  private int limit;
  private boolean ok;
  private long number;
  private String key = "";
  private long prior;
  private Action action = Action.NEW;
  private long added;
  private List<IndexTerm> terms = List.of();
  private int textFrom;
  private int textTo;
  private boolean pending;
  private boolean commit;

  /**
   * Scans one line.
   *
   * @return the octets of the line with its line feed; 0 if it is not recognised, or not complete
   */
  int scan(byte[] octets, int from, int to) {
    buffer = octets;
    at = from;
    limit = to;
    ok = true;
    expect(START);
    number = number();
    expect(KEY);
    key = shortString();
    prior = 0;
    if (skip(PRIOR)) {
      prior = number();
    }
    expect(ACTION);
    action = action();
    expect(ADDED);
    added = ok ? time() : 0;
    expect(KEYS);
    terms = ok ? terms() : List.of();
    text();
    pending = skip(PENDING);
    commit = skip(COMMIT);
    expect(END);
    return ok ? at - from : 0;
  }

  /** The index entries of the line just scanned. */
  RecordFacts facts(LogName log, long line, long offset, int length) {
    return new RecordFacts(
        log, number, key, prior, action, added, terms, pending, commit, line, offset, length);
  }

  /** The line just scanned, as a record. */
  DataItem item() {
    return new DataItem(
        DataItem.PREFIX + number,
        key,
        prior == 0 ? null : DataItem.PREFIX + prior,
        action,
        Instant.ofEpochMilli(added),
        terms,
        textFrom < 0 ? null : Unescape.octets(buffer, textFrom, textTo),
        pending,
        commit,
        false);
  }

  private boolean skip(byte[] expected) {
    if (ok
        && limit - at >= expected.length
        && Arrays.equals(buffer, at, at + expected.length, expected, 0, expected.length)) {
      at += expected.length;
      return true;
    }
    return false;
  }

  private void expect(byte[] expected) {
    ok = ok && skip(expected);
  }

  private long number() {
    long value = 0;
    int first = at;
    while (ok && at < limit && buffer[at] >= '0' && buffer[at] <= '9') {
      value = value * 10 + buffer[at++] - '0';
      ok = at - first <= NUMBER_DIGITS;
    }
    ok = ok && at > first && buffer[first] != '0';
    return value;
  }

  /** An ASCII string without escapes, up to its closing quote. */
  private String shortString() {
    int first = at;
    while (ok && at < limit && buffer[at] != '"') {
      ok = buffer[at] >= 0x20 && buffer[at] != '\\';
      at++;
    }
    ok = ok && at < limit;
    return ok ? new String(buffer, first, at - first, StandardCharsets.ISO_8859_1) : "";
  }

  private Action action() {
    for (int i = 0; i < ACTIONS.length; i++) {
      if (skip(ACTION_NAMES[i])) {
        return ACTIONS[i];
      }
    }
    ok = false;
    return Action.NEW;
  }

  private long time() {
    int end = at;
    while (end < limit && end - at <= TimeScan.LONGEST && buffer[end] != '"') {
      end++;
    }
    long millis = end < limit ? TimeScan.millis(buffer, at, end) : TimeScan.NONE;
    ok = millis != TimeScan.NONE;
    at = end;
    return millis;
  }

  private List<IndexTerm> terms() {
    if (at < limit && buffer[at] == ']') {
      return List.of();
    }
    List<IndexTerm> found = new ArrayList<>();
    do {
      expect(TYPE);
      String type = shortString();
      expect(TERM);
      String term = shortString();
      expect(TERM_END);
      ok = ok && type.length() + term.length() <= IndexTerm.CHARS;
      if (ok) {
        found.add(new IndexTerm(type, term));
      }
    } while (skip(COMMA));
    return List.copyOf(found);
  }

  private void text() {
    textFrom = -1;
    if (!skip(TEXT)) {
      expect(NO_TEXT);
      return;
    }
    textFrom = at;
    textTo = StringScan.end(buffer, at, limit);
    ok = textTo != StringScan.NONE;
    at = textTo;
    expect(QUOTE);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
