package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.ObjectJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.PersonalProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the objects in a portal's logs. */
public final class Entries {

  private final ObjectJson json;

  Entries(ObjectJson json) {
    this.json = json;
  }

  Entry read(DataItem item) {
    return json.read(text(item), Entry.class);
  }

  /** Reads an object of the portal log; see {@link PortalEntry}. */
  <T> T read(DataItem item, Class<T> type) {
    return json.read(text(item), type);
  }

  /** The tagged JSON of a record that is not a Delete. */
  static Bytes text(DataItem item) {
    Bytes text = item.text();
    if (text == null) {
      throw new IllegalStateException("a live record has a text: " + item.transactionId());
    }
    return text;
  }

  /** A change that writes {@code entry} as the next version of its key, or as the first. */
  Change change(PortalStore.Transaction tx, Entry entry, List<IndexTerm> terms, Instant now) {
    return change(tx, entry.identifier().text(), json.write(entry), terms, now);
  }

  /** A change of the mesh log that writes a text as the next version of a key, or as the first. */
  static Change change(
      PortalStore.Transaction tx, String key, Bytes text, List<IndexTerm> terms, Instant now) {
    return tx.latest(LogName.MESH, key).isPresent()
        ? Change.update(LogName.MESH, key, terms, text, now)
        : Change.create(LogName.MESH, key, terms, text, now);
  }

  /** The terms that a personal profile is found by: its devices and its applications. */
  public static List<IndexTerm> terms(PersonalProfile profile) {
    List<IndexTerm> terms = new ArrayList<>();
    profile
        .devices()
        .forEach(device -> terms.add(new IndexTerm("Device", device.identifier().text())));
    profile
        .applications()
        .forEach(entry -> terms.add(new IndexTerm("Application", entry.identifier().text())));
    return terms;
  }

  /**
   * A change that writes an object of the portal log as the next version of its key, or as the
   * first.
   */
  Change change(PortalStore.Transaction tx, String key, Object entry, Instant now) {
    return change(tx, key, entry, List.of(), now);
  }

  /** A change as {@link #change(PortalStore.Transaction, String, Object, Instant)}, with terms. */
  Change change(
      PortalStore.Transaction tx, String key, Object entry, List<IndexTerm> terms, Instant now) {
    Bytes text = json.write(entry);
    return tx.latest(LogName.PORTAL, key).isPresent()
        ? Change.update(LogName.PORTAL, key, terms, text, now)
        : Change.create(LogName.PORTAL, key, terms, text, now);
  }
}
