package dev.meshsim.audit.record;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.TolerantJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversion of a container's frame to a record of a log. The first frame describes the
 * container and becomes a {@code Header}. Any other becomes a {@code DataItem}: {@code UniqueID},
 * {@code Event} and {@code KeyValues} become {@code PrimaryKey}, {@code Action} and {@code Keys},
 * and the payload becomes {@code Text}. Containers have neither {@code TransactionID} nor {@code
 * Added}.
 */
public final class ContainerRecord {

  /** A member of the first frame's header, and of no other record. */
  public static final String TYPE = "ContainerType";

  /** The member with the SHA-512 digest of the payload. */
  public static final String PAYLOAD_DIGEST = "PayloadDigest";

  private static final String META = "ContentMeta";
  private static final String CONTENT_TYPE = "ContentType";
  private static final String KEY_VALUES = "KeyValues";

  private ContainerRecord() {}

  /** Converts a frame; null if the header is not a JSON object or the payload is not UTF-8. */
  static @Nullable JsonNode of(Bytes header, Bytes payload) {
    try {
      if (!(TolerantJson.read(header) instanceof ObjectNode members)) {
        return null;
      }
      return members.has(TYPE)
          ? tagged(RecordStart.HEADER, header(members))
          : tagged(LogRecord.DATA_ITEM, item(members, payload));
    } catch (JsonException e) {
      return null;
    }
  }

  private static @Nullable ObjectNode tagged(String tag, @Nullable ObjectNode members) {
    if (members == null) {
      return null;
    }
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.set(tag, members);
    return record;
  }

  private static ObjectNode header(ObjectNode members) {
    ObjectNode header = members.deepCopy();
    String inMeta = JsonMembers.textOr(members.path(META), CONTENT_TYPE);
    return header.put(
        "Content", inMeta.isEmpty() ? JsonMembers.textOr(members, CONTENT_TYPE) : inMeta);
  }

  private static @Nullable ObjectNode item(ObjectNode members, Bytes payload) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    copy(members, "UniqueID", item, "PrimaryKey");
    copy(members, "Event", item, "Action");
    copy(members, PAYLOAD_DIGEST, item, PAYLOAD_DIGEST);
    ArrayNode keys = item.putArray("Keys");
    for (JsonNode pair : members.path(KEY_VALUES)) {
      ObjectNode term = keys.addObject().putObject("IndexTerm");
      copy(pair, "Key", term, "Type");
      copy(pair, "Value", term, "Term");
    }
    if (payload.utf8Fault() != Utf8.NONE) {
      return null;
    }
    return payload.length() == 0 ? item : item.put("Text", payload.utf8());
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String newName) {
    JsonNode value = from.get(name);
    if (value != null) {
      to.set(newName, value);
    }
  }
}
