package dev.meshsim.vectors;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for the lines of a {@code .jlog}: what a record says, and lines that are none. */
final class JlogVectors {

  private static final JsonException.Code SHAPE = JsonException.Code.SHAPE;
  private static final JsonException.Code MALFORMED = JsonException.Code.MALFORMED;
  private static final String KEY = "MDQL-6IZZ-2VCQ-6ZSN-Y2BZ-4EO7-JTFT";
  private static final String ADDED = "2019-04-04T00:00:01Z";
  private static final String TEXT = "{\"Account\":{\"AccountID\":\"al\u00eece@example.com\"}}";

  /** A line without index terms and marks. */
  private static final String LINE =
      "{\"DataItem\":{\"TransactionID\":\"TID:7\",\"PrimaryKey\":\""
          + KEY
          + "\",\"PriorTransactionID\":\"TID:3\",\"Action\":\"Update\",\"Added\":\""
          + ADDED
          + "\",\"Keys\":[],\"Text\":"
          + MeshJson.write(TEXT).utf8()
          + "}}";

  private final VectorFile file;
  private final ObjectNode group;

  private JlogVectors(VectorFile file) {
    this.file = file;
    this.group = file.group(Dialect.MESH);
  }

  static VectorFile make() {
    VectorFile file =
        new VectorFile(
            "jlog",
            "JlogTest",
            "A test gives a line of a log without its line feed, and the record that it is: its",
            "transaction, key, action and time, the record of the same key before it (prior), and",
            "the object that it keeps (text), octet for octet. prior and text are absent if the",
            "record has none. The first line of a log is a Header, which no test here has.");
    JlogVectors vectors = new JlogVectors(file);
    vectors.records();
    vectors.layouts();
    vectors.identifiers();
    vectors.shapes();
    vectors.syntax();
    return file;
  }

  private VectorTest line(String comment, String line, Flag flag) {
    return file.test(group, comment, flag).put("line", line);
  }

  private VectorTest yields(String comment, String line, Flag flag) {
    return line(comment, line, flag).put("transaction", "TID:7").put("primaryKey", KEY);
  }

  /** A line that yields the usual record. */
  private void usual(String comment, String line, Flag flag) {
    yields(comment, line, flag)
        .put("prior", "TID:3")
        .put("action", "update")
        .put("added", ADDED)
        .put("text", TEXT)
        .valid();
  }

  private void records() {
    usual("", LINE, Flag.NORMAL);
    yields("the first of its key", LINE.replace(prior(), "").replace("Update", "New"), Flag.NORMAL)
        .put("action", "new")
        .put("added", ADDED)
        .put("text", TEXT)
        .valid();
    yields(
            "a deletion",
            LINE.replace("Update", "Delete").replaceFirst(",\"Text\":.*", "}}"),
            Flag.NORMAL)
        .put("prior", "TID:3")
        .put("action", "delete")
        .put("added", ADDED)
        .valid();
    usual(
        "with index terms",
        LINE.replace("[]", "[{\"IndexTerm\":{\"Type\":\"Account\",\"Term\":\"a@example.com\"}}]"),
        Flag.NORMAL);
    usual("pending", LINE.replaceFirst("}}$", ",\"Pending\":true}}"), Flag.MARKS);
    usual(
        "the last of its transaction",
        LINE.replaceFirst("}}$", ",\"Pending\":true,\"Commit\":true}}"),
        Flag.MARKS);
  }

  private static String prior() {
    return ",\"PriorTransactionID\":\"TID:3\"";
  }

  private void layouts() {
    usual("spaces", LINE.replace("\":\"", "\" : \"").replace("\",\"", "\" , \""), Flag.LAYOUT);
    usual(
        "another order of members",
        LINE.replace(prior(), "").replaceFirst("}}$", prior() + "}}"),
        Flag.LAYOUT);
    usual("escaped in another way", LINE.replace("\u00ee", "\\u00ee"), Flag.LAYOUT);
    usual("no list of index terms", LINE.replace(",\"Keys\":[]", ""), Flag.LAYOUT);
    usual("a carriage return at its end", LINE + "\r", Flag.LAYOUT);
    yields("milliseconds", LINE.replace(ADDED, "2019-04-04T00:00:01.250Z"), Flag.LAYOUT)
        .put("prior", "TID:3")
        .put("action", "update")
        .put("added", "2019-04-04T00:00:01.250Z")
        .put("text", TEXT)
        .valid();
  }

  private void identifiers() {
    for (String id : List.of("TID:0", "TID:07", "TID:", "7", "tid:7", "TID:-7", "TID:7 ")) {
      line("TransactionID " + id, LINE.replace("TID:7", id), Flag.TRANSACTION_ID).invalid(SHAPE);
    }
    line("of 19 digits", LINE.replace("TID:7", "TID:1000000000000000000"), Flag.TRANSACTION_ID)
        .invalid(SHAPE);
    line("a number", LINE.replace("\"TID:7\"", "7"), Flag.TRANSACTION_ID).invalid(SHAPE);
  }

  private void shapes() {
    line("no TransactionID", LINE.replace("\"TransactionID\":\"TID:7\",", ""), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    line("no PrimaryKey", LINE.replace("\"PrimaryKey\":\"" + KEY + "\",", ""), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    line("no Action", LINE.replace("\"Action\":\"Update\",", ""), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    line("no Added", LINE.replace("\"Added\":\"" + ADDED + "\",", ""), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    for (String action : List.of("update", "Modify", "Drop", "")) {
      line("Action \"" + action + "\"", LINE.replace("Update", action), Flag.ACTION).invalid(SHAPE);
    }
    for (String time :
        List.of("2019-04-04", "2019-04-04T00:00:01", "2019-02-30T00:00:01Z", "04 Apr 2019", "")) {
      line("Added \"" + time + "\"", LINE.replace(ADDED, time), Flag.TIME).invalid(SHAPE);
    }
    line(
            "the object itself as Text",
            LINE.replaceFirst("\"Text\":.*", "\"Text\":{\"Account\":{}}}}"),
            Flag.TEXT_FORM)
        .invalid(SHAPE);
    line("a member more", LINE.replaceFirst("}}$", ",\"Color\":1}}"), Flag.UNKNOWN_MEMBER)
        .invalid(SHAPE);
    line("another wrapper", LINE.replace("DataItem", "Item"), Flag.OTHER_NAME).invalid(SHAPE);
    line(
            "no wrapper",
            LINE.replaceFirst("^\\{\"DataItem\":", "").replaceFirst("}$", ""),
            Flag.NO_WRAPPER)
        .invalid(SHAPE);
  }

  private void syntax() {
    line("cut short", LINE.substring(0, LINE.length() - 1), Flag.TRUNCATED).invalid(MALFORMED);
    line("cut in its Text", LINE.substring(0, LINE.length() - 20), Flag.TRUNCATED)
        .invalid(MALFORMED);
    line("two records", LINE + LINE, Flag.STRICT_JSON).invalid(SHAPE);
    line("a comma after it", LINE + ",", Flag.STRICT_JSON).invalid(MALFORMED);
    line("nothing", "", Flag.STRICT_JSON).invalid(SHAPE);
    line("zeros, as after a power cut", "\u0000".repeat(8), Flag.STRICT_JSON)
        .invalid(JsonException.Code.NOT_UTF8);
    line(
            "PrimaryKey twice",
            LINE.replaceFirst("}}$", ",\"PrimaryKey\":\"" + KEY + "\"}}"),
            Flag.STRICT_JSON)
        .invalid(JsonException.Code.DUPLICATE_MEMBER);
    line("a raw line feed in a string", LINE.replace(KEY, KEY + "\n"), Flag.FOLDED_BASE64)
        .invalid(MALFORMED);
    line("a comment", LINE + "//", Flag.STRICT_JSON).invalid(MALFORMED);
  }
}
