package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The root of the map, as a record of the portal log: the last leaf of a checkpoint. The record is
 * not in the map itself.
 *
 * @param size the records that the map covers: those numbered 1 to this
 * @param root the root of their map, 32 octets
 */
public record MapHead(@JsonProperty("Size") long size, @JsonProperty("Root") Bytes root) {

  /** The primary key of these records in the portal log. */
  public static final String KEY = "MapHead";

  /** Checks the ranges. */
  public MapHead {
    if (size < 0 || root.length() != MapKey.OCTETS) {
      throw new IllegalArgumentException("a size of 0 or more and a root of 32 octets");
    }
  }

  /** The change that writes the record. */
  public Change change(boolean first, Instant now) {
    Bytes text = MeshJson.writeTagged(this);
    return first
        ? Change.create(LogName.PORTAL, KEY, List.of(), text, now)
        : Change.update(LogName.PORTAL, KEY, List.of(), text, now);
  }

  /** True if a record is one of these. */
  public static boolean is(LogName log, String primaryKey) {
    return log == LogName.PORTAL && primaryKey.equals(KEY);
  }

  /**
   * Reads the record.
   *
   * @throws TransparencyException {@code transparency.bad-tree} if it is none
   */
  public static MapHead read(DataItem item) {
    try {
      Bytes text = Objects.requireNonNull(item.text(), "Text");
      MapHead head = MeshJson.readTagged(text, MapHead.class);
      if (head.size() >= item.number()) {
        throw TransparencyException.badTree(
            item.transactionId() + " covers " + head.size() + " records, itself among them");
      }
      return head;
    } catch (JsonException | IllegalArgumentException | NullPointerException e) {
      throw TransparencyException.badTree(item.transactionId() + " is no head of the map");
    }
  }
}
