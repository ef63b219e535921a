package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataItemTest {

  private static final String FULL =
      "{\"DataItem\":{\"TransactionID\":\"TID:2\",\"PrimaryKey\":\"MAAA\","
          + "\"PriorTransactionID\":\"TID:1\",\"Action\":\"Update\","
          + "\"Added\":\"2019-04-04T00:00:00Z\","
          + "\"Keys\":[{\"IndexTerm\":{\"Type\":\"t\",\"Term\":\"u\"}}],"
          + "\"Text\":\"{\\\"a\\\":1}\",\"Pending\":true,\"Commit\":true}}";

  @Test
  void membersAreThoseOfTheSchemaInItsOrder() {
    DataItem item =
        new DataItem(
            "TID:2",
            "MAAA",
            "TID:1",
            Action.UPDATE,
            Instant.parse("2019-04-04T00:00:00.0001Z"),
            List.of(new IndexTerm("t", "u")),
            Bytes.utf8("{\"a\":1}"),
            true,
            true,
            false);
    assertEquals(FULL, MeshJson.writeTagged(item).utf8());
    assertEquals(item, MeshJson.readTagged(Bytes.utf8(FULL), DataItem.class));
  }

  @Test
  void absentMembersHaveDefaults() {
    String text =
        "{\"DataItem\":{\"TransactionID\":\"TID:1\",\"PrimaryKey\":\"k\",\"Action\":\"Delete\","
            + "\"Added\":\"2019-04-04T00:00:00Z\"}}";
    DataItem item = MeshJson.readTagged(Bytes.utf8(text), DataItem.class);
    assertEquals(List.of(), item.keys());
    assertEquals(1, item.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TID:", "TID:0", "TID:01", "TID:-1", "TID:1x", "tid:1", "1"})
  void otherTransactionIdentifiersAreRefused(String id) {
    String text = FULL.replace("TID:2", id);
    assertThrows(JsonException.class, () -> MeshJson.readTagged(Bytes.utf8(text), DataItem.class));
  }
}
