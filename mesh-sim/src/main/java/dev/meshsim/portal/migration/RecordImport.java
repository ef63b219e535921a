package dev.meshsim.portal.migration;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.Rfc3339;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.log.Action;
import dev.meshsim.log.Change;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.service.Entries;
import dev.meshsim.portal.service.PortalEntry;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.udf.Udf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Converts records of other logs into a portal's own, one at a time. It remembers the owners and
 * times that later records depend on.
 */
final class RecordImport {

  private static final String OF_2015 = "PersonalCurrentProfile=Current-";
  private static final Set<String> ENTRIES =
      Set.of("SignedPersonalProfile", "SignedApplicationProfile", "OfflineEscrowEntry");

  private final String domain;
  private final BiConsumer<String, String> notes;
  private final Map<Udf, Udf> profileOfDevice = new HashMap<>();
  private final Map<Udf, Udf> ownerOfApplication = new HashMap<>();
  private final Map<SignedConnectionRequest, Instant> received = new HashMap<>();
  private final Set<String> live = new HashSet<>();
  private final Set<Dialect> dialects = EnumSet.noneOf(Dialect.class);

  /**
   * @param domain the domain added to account names without one
   * @param notes receives the place of each record that is changed or kept unread, and the reason
   */
  RecordImport(String domain, BiConsumer<String, String> notes) {
    this.domain = domain;
    this.notes = notes;
  }

  /** The dialect of the objects so far: {@link Dialect#PORTAL_2017} if one of them is in it. */
  Dialect dialect() {
    return dialects.contains(Dialect.PORTAL_2017) ? Dialect.PORTAL_2017 : Dialect.MESH;
  }

  private Dialect dialectOf(Udf identifier) {
    Dialect dialect = Dialect.of(identifier);
    dialects.add(dialect);
    return dialect;
  }

  /**
   * The result of converting a record.
   *
   * @param kind the tag of its object, or {@code Delete}
   * @param changes the converted record, then the records that follow from it
   */
  record Converted(String kind, List<Change> changes) {}

  /**
   * Converts one record.
   *
   * @throws MeshException if it can be neither converted nor kept
   */
  Converted convert(LogItem item) {
    @Nullable String text = item.text();
    if (text == null) {
      String key = item.key().startsWith("Account$") ? accountKey(item.key()) : item.key();
      live.remove(item.log() + key);
      return new Converted("Delete", List.of(Change.delete(item.log(), key, item.added())));
    }
    JsonNode tree = TolerantJson.read(text);
    String tag = tree.size() == 1 ? tree.propertyNames().iterator().next() : "";
    try {
      return new Converted(tag, changes(item, tag, tree.path(tag), Bytes.utf8(text)));
    } catch (MeshException | IllegalArgumentException e) {
      notes.accept(item.place(), "kept unchanged, no request returns it: " + firstLine(e));
      return new Converted(tag, List.of(verbatim(item, text)));
    }
  }

  private List<Change> changes(LogItem item, String tag, JsonNode object, Bytes text) {
    if (item.log() == LogName.MESH && ENTRIES.contains(tag)) {
      return entry(item, text);
    }
    if (MapHead.is(item.log(), item.key())) {
      notes.accept(item.place(), "left out: a checkpoint is of the numbers of its own log");
      return List.of();
    }
    if (tag.equals("Account")) {
      return List.of(account(item, object));
    }
    if (tag.equals("ConnectionsPending") && !object.has("Received")) {
      return List.of(pending(item, object));
    }
    if (tag.equals("SignedConnectionResult")) {
      return List.of(result(item, text));
    }
    if (tag.equals("EscrowOwner")) {
      List<IndexTerm> terms =
          object.has("Voided")
              ? List.of()
              : List.of(new IndexTerm("Profile", udf(object, "UserProfileUDF").text()));
      return List.of(change(item, item.key(), terms, text));
    }
    if (tag.equals("ApplicationOwner")) {
      ownerOfApplication.put(udf(object, "ApplicationUDF"), udf(object, "UserProfileUDF"));
    } else if (!tag.equals("ConnectionsPending") && !tag.equals("Answered")) {
      notes.accept(item.place(), "a " + tag + " is kept unchanged; no request returns it");
    }
    return List.of(verbatim(item, text.utf8()));
  }

  private List<Change> entry(LogItem item, Bytes text) {
    Entry entry = Dialect.PORTAL_2017.json().read(text, Entry.class);
    Dialect dialect = dialectOf(entry.identifier());
    List<Change> changes = new ArrayList<>();
    List<IndexTerm> terms = List.of();
    if (entry instanceof SignedPersonalProfile signed) {
      PersonalProfile profile =
          dialect.json().read(signed.signedData().payload(), PersonalProfile.class);
      terms = Entries.terms(profile);
      for (SignedDeviceProfile device : profile.devices()) {
        profileOfDevice.put(device.identifier(), signed.identifier());
      }
      changes.addAll(owners(item, dialect, profile));
    } else if (entry instanceof SignedApplicationProfile) {
      terms =
          Optional.ofNullable(ownerOfApplication.get(entry.identifier()))
              .map(owner -> List.of(new IndexTerm("Profile", owner.text())))
              .orElse(List.of());
    }
    changes.add(0, change(item, entry.identifier().text(), terms, text));
    return changes;
  }

  private List<Change> owners(LogItem item, Dialect dialect, PersonalProfile profile) {
    List<Change> claims = new ArrayList<>();
    for (ApplicationProfileEntry application : profile.applications()) {
      Udf udf = application.identifier();
      if (ownerOfApplication.putIfAbsent(udf, profile.identifier()) == null) {
        PortalEntry.ApplicationOwner claim =
            new PortalEntry.ApplicationOwner(dialect.cut(item.added()), udf, profile.identifier());
        claims.add(portal(item, PortalEntry.ApplicationOwner.key(udf), dialect, claim));
      }
    }
    return claims;
  }

  private Change account(LogItem item, JsonNode account) {
    Udf profile = Udf.parse(bare(account.path("UserProfileUDF").asString("")));
    String written = account.path("AccountID").asString(account.path("Name").asString(""));
    AccountName name = AccountName.parse(complete(item, written));
    Dialect dialect = dialectOf(profile);
    PortalEntry.Account converted =
        new PortalEntry.Account(
            time(item, account, "Created"),
            time(item, account, "Modified"),
            name.toString(),
            profile,
            account.path("Status").asString(PortalEntry.Account.OPEN),
            account.path("LastSigned").isIntegralNumber()
                ? account.path("LastSigned").longValue()
                : null,
            account.has("LastRequests")
                ? account
                    .path("LastRequests")
                    .valueStream()
                    .map(digest -> Bytes.base64Url(digest.asString()))
                    .toList()
                : null);
    return portal(item, PortalEntry.Account.key(name), dialect, converted);
  }

  private Change pending(LogItem item, JsonNode pending) {
    Udf profile = Udf.parse(item.key().substring(item.key().indexOf('-') + 1));
    Dialect dialect = dialectOf(profile);
    List<SignedConnectionRequest> requests = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (JsonNode element : pending.path("Requests")) {
      SignedConnectionRequest request =
          dialect
              .json()
              .read(
                  Bytes.utf8("{\"SignedConnectionRequest\":" + element + "}"),
                  SignedConnectionRequest.class);
      requests.add(request);
      times.add(dialect.cut(received.computeIfAbsent(request, first -> item.added())));
    }
    String account = complete(item, pending.path("AccountID").asString(""));
    PortalEntry.ConnectionsPending converted =
        new PortalEntry.ConnectionsPending(account, requests, times, null);
    return portal(item, PortalEntry.ConnectionsPending.key(profile), dialect, converted);
  }

  private Change result(LogItem item, Bytes text) {
    SignedConnectionResult signed =
        Dialect.PORTAL_2017.json().read(text, SignedConnectionResult.class);
    Udf device = signed.identifier();
    String own = "Result-" + device;
    if (!item.key().equals(own)) {
      return verbatim(item, text.utf8());
    }
    Udf profile = profileOfDevice.get(device);
    if (profile == null) {
      throw new IllegalArgumentException("no profile before it has the device " + device);
    }
    return change(item, PortalEntry.resultKey(profile, device), List.of(), text);
  }

  private Change verbatim(LogItem item, String text) {
    return change(item, item.key(), List.of(), Bytes.utf8(text));
  }

  private Change portal(LogItem item, String key, Dialect dialect, Object entry) {
    return change(item, LogName.PORTAL, key, List.of(), dialect.json().write(entry));
  }

  private Change change(LogItem item, String key, List<IndexTerm> terms, Bytes text) {
    return change(item, item.log(), key, terms, text);
  }

  private Change change(LogItem item, LogName log, String key, List<IndexTerm> terms, Bytes text) {
    Action action = live.add(log + key) ? Action.NEW : Action.UPDATE;
    return new Change(log, action, key, terms, text, item.added());
  }

  private String accountKey(String key) {
    String name = key.substring("Account$".length());
    return PortalEntry.Account.key(
        AccountName.parse(name.contains("@") ? name : name + "@" + domain));
  }

  private String complete(LogItem item, String account) {
    if (account.contains("@")) {
      return account;
    }
    notes.accept(item.place(), "the account " + account + " becomes " + account + "@" + domain);
    return account + "@" + domain;
  }

  /**
   * The fingerprint of an account's profile. In 2015 an account held the profile's key in the mesh
   * log, which has a prefix.
   */
  private static String bare(String profile) {
    return profile.startsWith(OF_2015) ? profile.substring(OF_2015.length()) : profile;
  }

  private static Udf udf(JsonNode object, String member) {
    return Udf.parse(object.path(member).asString(""));
  }

  private Instant time(LogItem item, JsonNode object, String member) {
    if (object.has(member)) {
      try {
        return Rfc3339.parse(object.path(member).asString(""));
      } catch (DateTimeException e) {
        notes.accept(item.place(), member + " is not a time; " + item.added() + " is used instead");
      }
    }
    return item.added();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
