package dev.meshsim.portal.migration;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a portal's records as the reference implementation wrote its logs: laid out over many
 * lines, one object after the other with nothing between them, times in seconds, the object as a
 * string in {@code Text}. The members that mark a transaction's records or refer to an earlier
 * record are left out: the reference wrote none.
 */
public final class ReferenceLogWriter {

  private static final PageRequest PAGE =
      PageRequest.all().atMost(500).atMostOctets(8L * 1024 * 1024);

  private ReferenceLogWriter() {}

  /**
   * Writes one log.
   *
   * @param out receives UTF-8; the caller closes it
   * @return the number of records, without the header
   */
  public static long write(PortalStore store, LogName log, OutputStream out) throws IOException {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header
        .putObject("Header")
        .put("Type", "Data")
        .put("Content", log.content())
        .put("Comment", log.comment());
    append(out, header);
    long records = 0;
    RecordPage page = store.scan(log, PAGE);
    while (true) {
      for (DataItem item : page.items()) {
        append(out, record(item));
        records++;
      }
      if (page.nextPageKey() == null) {
        return records;
      }
      page = store.scan(log, PAGE.after(page.nextPageKey()));
    }
  }

  private static ObjectNode record(DataItem item) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    ObjectNode members = record.putObject("DataItem");
    members.put("TransactionID", item.transactionId());
    members.put("PrimaryKey", item.primaryKey());
    members.set("Action", MeshJson.toTree(item.action()));
    members.put("Added", item.added().truncatedTo(ChronoUnit.SECONDS).toString());
    ArrayNode keys = members.putArray("Keys");
    for (IndexTerm term : item.keys()) {
      keys.addObject().set("IndexTerm", MeshJson.toTree(term));
    }
    Bytes text = item.text();
    if (text != null) {
      members.put("Text", text.utf8());
    }
    return record;
  }

  private static void append(OutputStream out, JsonNode record) throws IOException {
    out.write(JsonLayout.of(record).getBytes(StandardCharsets.UTF_8));
  }
}
