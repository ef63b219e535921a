package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The records of a portal, read without its rules.
 *
 * @param store the portal's store; only read
 */
public record PortalRecords(PortalStore store, Dialect dialect) {

  /** The digest of an entry: of the payload of a signed one, of the whole of an escrow entry. */
  public static Bytes digest(Dialect dialect, Entry entry) {
    return Sha256.of(
        entry instanceof SignedEntry signed
            ? signed.signedData().payload()
            : dialect.json().write(entry));
  }

  /** The latest version of a published entry. */
  public Optional<Entry> latest(Udf identifier) {
    return store.transact(tx -> tx.latest(LogName.MESH, identifier.text())).flatMap(this::entry);
  }

  /** True if the log has a version of an entry with this digest, since its last deletion. */
  public boolean hasVersion(Udf identifier, Bytes digest) {
    return store
        .transact(tx -> tx.versions(LogName.MESH, identifier.text(), PageRequest.all()))
        .items()
        .stream()
        .flatMap(item -> entry(item).stream())
        .anyMatch(entry -> digest(dialect, entry).equals(digest));
  }

  private Optional<Entry> entry(DataItem item) {
    Bytes text = item.text();
    try {
      return text == null ? Optional.empty() : Optional.of(dialect.json().read(text, Entry.class));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The members of a record of the portal's own log; none if there is no such record. */
  public JsonNode own(String key) {
    return members(store.transact(tx -> tx.latest(LogName.PORTAL, key)));
  }

  private JsonNode members(Optional<DataItem> item) {
    Bytes text = item.map(DataItem::text).orElse(null);
    try {
      JsonNode tree = text == null ? MissingNode.getInstance() : dialect.json().readTree(text);
      return tree.isObject() && tree.size() == 1
          ? tree.iterator().next()
          : MissingNode.getInstance();
    } catch (MeshException e) {
      return MissingNode.getInstance();
    }
  }

  /** The members of an account's record. */
  public JsonNode account(String account) {
    return own(accountKey(account));
  }

  /** The key of the record of an account. */
  public static String accountKey(String account) {
    return "Account$" + account;
  }

  /** True if the first records of the log have an account, which none of them deletes. */
  public boolean hadAccount(String account, long records) {
    return members(lastOf(LogName.PORTAL, accountKey(account), records))
        .path("Status")
        .asString("")
        .equals("Open");
  }

  /** True if the first records of the log have an entry, which was not deleted since. */
  public boolean hadEntry(String identifier, long records) {
    return lastOf(LogName.MESH, identifier, records).isPresent();
  }

  private Optional<DataItem> lastOf(LogName log, String key, long records) {
    return store.transact(tx -> tx.versions(log, key, PageRequest.all())).items().stream()
        .filter(item -> item.number() <= records)
        .reduce((earlier, later) -> later);
  }

  /** The personal profile that an application belongs to. */
  public Optional<Udf> ownerOf(Udf application) {
    String owner = own("Application-" + application).path("UserProfileUDF").asString("");
    return owner.isEmpty() ? Optional.empty() : Optional.of(Udf.parse(owner));
  }

  /** True if the profile has an open connection request of a device. */
  public boolean hasPending(Udf profile, Udf device) {
    for (JsonNode request : own("Pending-" + profile).path("Requests")) {
      if (request.path("Identifier").asString("").equals(device.text())) {
        return true;
      }
    }
    return false;
  }

  /** The key of the record that has the answer to a connection request. */
  public static String resultKey(Udf profile, Udf device) {
    return "Result-" + profile + "-" + device;
  }

  /** True if the escrow entry was voided. */
  public boolean isVoided(Udf escrow) {
    return own("Escrow-" + escrow).hasNonNull("Voided");
  }
}
