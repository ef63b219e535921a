package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A portal that starts again still has the latest of all that it has acknowledged, or what came
 * after it: profiles, applications, escrow entries, accounts, connection requests and their
 * answers.
 */
final class PortalDurableOracle implements Oracle {

  /** A connection request is looked for so long; a portal may forget older ones. */
  private static final Duration OPEN = Duration.ofHours(1);

  /** A pair of a profile and a device. */
  private record Asked(Udf profile, Udf device) {}

  /** The account and the time of a connection request. */
  private record Started(String account, Instant time) {}

  /** The records that a portal has acknowledged. */
  private static final class Acknowledged {
    final Map<Udf, Bytes> entries = new LinkedHashMap<>();
    final Map<Udf, Udf> applications = new HashMap<>();
    final Set<Udf> escrows = new HashSet<>();
    final Map<String, Boolean> accounts = new LinkedHashMap<>();
    final Map<Asked, Bytes> answers = new LinkedHashMap<>();
    final Map<Asked, Started> asked = new LinkedHashMap<>();
  }

  private final Map<String, Acknowledged> portals = new HashMap<>();

  @Override
  public String name() {
    return "portal-durable";
  }

  @Override
  public String law() {
    return "After a restart a portal has the latest of all that it has acknowledged.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Exchanged.class,
        SimEvent.PortalRestarted.class,
        SimEvent.PortalReplaced.class,
        SimEvent.NotOpened.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Exchanged exchanged) {
      Message message = scene.history().message(exchanged);
      if (message.accepted()) {
        message.request().ifPresent(request -> add(of(exchanged.portal()), request, scene));
      }
    } else if (event instanceof SimEvent.NotOpened not && scene.portals().contains(not.place())) {
      verdict.violated("the store of " + not.place() + " does not open: " + not.why());
    } else if (event instanceof SimEvent.PortalReplaced replaced) {
      portals.remove(replaced.portal());
    } else if (event instanceof SimEvent.PortalRestarted restarted) {
      missing(of(restarted.portal()), restarted.portal(), scene)
          .forEach(
              what -> verdict.violated("after a restart of " + restarted.portal() + " " + what));
    }
  }

  private Acknowledged of(String portal) {
    return portals.computeIfAbsent(portal, name -> new Acknowledged());
  }

  private static void add(Acknowledged known, MeshRequest request, Scene scene) {
    if (request instanceof CreateRequest create) {
      entry(known, create.profile(), scene);
      known.accounts.put(canonical(create.account()), true);
    } else if (request instanceof PublishRequest publish) {
      entry(known, publish.entry(), scene);
    } else if (request instanceof DeleteRequest delete) {
      known.accounts.put(canonical(delete.account()), false);
    } else if (request instanceof ConnectStartRequest start) {
      ConnectionRequest asked =
          read(scene, start.signedRequest().signedData().payload(), ConnectionRequest.class);
      Asked key = new Asked(asked.parentUdf(), asked.device().identifier());
      // The answer to an earlier request goes.
      known.answers.remove(key);
      known.asked.put(key, new Started(canonical(start.accountId()), scene.now()));
    } else if (request instanceof ConnectCompleteRequest complete) {
      Bytes payload = complete.result().signedData().payload();
      ConnectionResult result = read(scene, payload, ConnectionResult.class);
      Asked key = new Asked(result.parentUdf(), result.device().identifier());
      known.asked.remove(key);
      known.answers.put(key, Sha256.of(payload));
    }
  }

  private static <T> T read(Scene scene, Bytes payload, Class<T> type) {
    return scene.dialect().json().read(payload, type);
  }

  private static String canonical(String account) {
    return AccountName.parse(account).toString();
  }

  private static void entry(Acknowledged known, Entry entry, Scene scene) {
    known.entries.put(entry.identifier(), PortalRecords.digest(scene.dialect(), entry));
    if (entry instanceof OfflineEscrowEntry) {
      known.escrows.add(entry.identifier());
    } else if (entry instanceof SignedPersonalProfile signed) {
      scene
          .history()
          .profile(signed)
          .ifPresent(
              facts ->
                  facts.applications().stream()
                      .map(ApplicationProfileEntry::identifier)
                      .forEach(udf -> known.applications.put(udf, signed.identifier())));
    }
  }

  private static List<String> missing(Acknowledged known, String portal, Scene scene) {
    PortalRecords records = new PortalRecords(scene.portalStore(portal), scene.dialect());
    List<String> missing = new ArrayList<>();
    known.entries.forEach(
        (identifier, digest) -> {
          Optional<Entry> latest = records.latest(identifier);
          boolean there =
              latest
                  .filter(e -> PortalRecords.digest(scene.dialect(), e).equals(digest))
                  .isPresent();
          if (!there
              && !records.hasVersion(identifier, digest)
              && !mayBeGone(known, identifier, records, scene)) {
            missing.add("it has lost the acknowledged version of " + identifier);
          }
        });
    known.accounts.forEach(
        (account, open) -> {
          JsonNode record = records.account(account);
          if (!record.isObject()) {
            missing.add("it has lost the account " + account);
          } else if (!open && record.path("Status").asString("").equals("Open")) {
            missing.add("it has the account " + account + " again, which was deleted");
          }
        });
    known.answers.forEach(
        (asked, digest) -> {
          if (!records.own(PortalRecords.resultKey(asked.profile(), asked.device())).isObject()
              && !records.hasPending(asked.profile(), asked.device())) {
            missing.add("it has lost the answer to the device " + asked.device());
          }
        });
    known.asked.forEach(
        (asked, started) -> {
          if (started.time().plus(OPEN).isAfter(scene.now()) && isLost(records, asked, started)) {
            missing.add("it has lost the request of the device " + asked.device());
          }
        });
    return missing;
  }

  /** An answer may have come that was not acknowledged, and a deleted account has no requests. */
  private static boolean isLost(PortalRecords records, Asked asked, Started started) {
    return !records.hasPending(asked.profile(), asked.device())
        && !records.own(PortalRecords.resultKey(asked.profile(), asked.device())).isObject()
        && records.account(started.account()).path("Status").asString("").equals("Open");
  }

  /** True if an entry may have been deleted: it was voided, or has left its stored profile. */
  private static boolean mayBeGone(
      Acknowledged known, Udf identifier, PortalRecords records, Scene scene) {
    if (known.escrows.contains(identifier)) {
      return records.isVoided(identifier);
    }
    Udf profile = known.applications.get(identifier);
    if (profile == null) {
      return false;
    }
    return records
        .latest(profile)
        .filter(SignedPersonalProfile.class::isInstance)
        .flatMap(entry -> scene.history().profile((SignedPersonalProfile) entry))
        .filter(
            facts ->
                facts.applications().stream()
                    .noneMatch(listed -> listed.identifier().equals(identifier)))
        .isPresent();
  }
}
