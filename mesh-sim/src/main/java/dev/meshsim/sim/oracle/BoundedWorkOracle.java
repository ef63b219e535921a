package dev.meshsim.sim.oracle;

import dev.meshsim.log.WorkCount;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The work of a portal for a request depends on the request, on its response and on the profile,
 * never on all that the portal has. Requests and responses have the sizes that the portal
 * documents, a request that changes nothing writes nothing, and no operation sends requests without
 * end.
 *
 * <p>Work is what the portal's store counts between two events; this oracle is the last in the
 * table, so that the reads of others do not count.
 */
final class BoundedWorkOracle implements Oracle {

  /** The most octets of a request that a portal reads. */
  static final int REQUEST_OCTETS = 6 * 1024 * 1024;

  /** The most octets of an entry. */
  static final int ENTRY_OCTETS = 4 * 1024 * 1024;

  /** The most octets of all open connection requests of a profile. */
  static final int PENDING_OCTETS = 64 * 32 * 1024;

  /** The most octets of a refusal, whose description a portal cuts. */
  static final int REFUSAL_OCTETS = 16 * 1024;

  /** The most octets of a refusal with the proof that there is no such entry. */
  static final int PROVED_REFUSAL_OCTETS = 256 * 1024;

  /** The head of the map that a checkpoint due with any request writes, with its hashes. */
  private static final long CHECKPOINT = 2048;

  /** The most octets of a response: one entry in base64 and in a JSON text, or a page. */
  private static final int RESPONSE_OCTETS = 4 * ENTRY_OCTETS;

  /** Index entries and records that every request may need. */
  private static final long FREE = 64;

  /** Those of a search, which may visit more than it gives. */
  private static final long SEARCH = 2048;

  /** The fewest octets of a message for each index entry or record beyond those. */
  private static final long OCTETS_A_LOOKUP = 32;

  /** The lookups for each application or escrow entry that a profile has already. */
  private static final long OF_EACH_ENTRY = 8;

  private static final long SYNCS = 8;
  private static final long WRITTEN = 256 * 1024;

  /** The most requests of one operation but await, which asks until there is an answer. */
  private static final int REQUESTS = 1000;

  private static final Set<Transaction> READING =
      Set.of(
          Transaction.HELLO,
          Transaction.STATUS,
          Transaction.VALIDATE_ACCOUNT,
          Transaction.GET,
          Transaction.CONNECT_STATUS,
          Transaction.CONNECT_PENDING,
          Transaction.TRANSFER);

  private final Map<String, WorkCount> before = new HashMap<>();
  private final Map<String, Integer> entries = new HashMap<>();
  private final Map<String, Integer> requests = new HashMap<>();

  @Override
  public String name() {
    return "bounded-work";
  }

  @Override
  public String law() {
    return "The work for a request is bounded by its size, by that of the response and by the"
        + " profile's.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Ended.class,
        SimEvent.Exchanged.class,
        SimEvent.Received.class,
        SimEvent.Forged.class,
        SimEvent.Committed.class,
        SimEvent.CommitFailed.class,
        SimEvent.SecretMade.class,
        SimEvent.Restarted.class,
        SimEvent.Replaced.class,
        SimEvent.PortalRestarted.class,
        SimEvent.PortalReplaced.class,
        SimEvent.Faulted.class,
        SimEvent.Settled.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Exchanged exchanged) {
      exchanged(exchanged, scene, verdict);
      before.put(exchanged.portal(), scene.portalStore(exchanged.portal()).counts());
      return;
    }
    if (event instanceof SimEvent.Began began) {
      requests.remove(began.machine());
    }
    for (String portal : scene.portals()) {
      before.put(portal, scene.portalStore(portal).counts());
    }
  }

  private void exchanged(SimEvent.Exchanged event, Scene scene, Verdict verdict) {
    Message message = scene.history().message(event);
    sizes(event, message, scene, verdict);
    endless(event, scene, verdict);
    WorkCount first = before.get(event.portal());
    if (first == null) {
      return;
    }
    WorkCount work = scene.portalStore(event.portal()).counts().minus(first);
    int known = known(event, message, scene);
    Optional<Transaction> asked = message.request().map(Transaction::of);
    boolean searches =
        asked.filter(t -> t == Transaction.GET || t == Transaction.TRANSFER).isPresent();
    long most =
        (searches ? SEARCH : FREE)
            + known * OF_EACH_ENTRY
            + (event.request().length() + event.response().length()) / OCTETS_A_LOOKUP;
    String what = event.portal() + " has answered " + name(message) + " with ";
    if (work.lookups() > most || work.recordsRead() > most) {
      verdict.violated(
          what + work.lookups() + " lookups and " + work.recordsRead() + " records, over " + most);
    }
    boolean changes = message.accepted() && asked.filter(READING::contains).isEmpty();
    long written =
        (changes ? 8L * event.request().length() + WRITTEN + 4L * PENDING_OCTETS : 0)
            + (scene.keepsLogs() ? CHECKPOINT : 0);
    if (work.octetsWritten() > written) {
      verdict.violated(what + work.octetsWritten() + " octets written, over " + written);
    }
    if (work.syncs() > SYNCS) {
      verdict.violated(what + work.syncs() + " syncs, over " + SYNCS);
    }
  }

  private static String name(Message message) {
    return message
        .request()
        .map(Transaction::of)
        .map(Transaction::wireName)
        .orElse("octets that are no request");
  }

  private static void sizes(
      SimEvent.Exchanged event, Message message, Scene scene, Verdict verdict) {
    String what = event.portal() + " has answered " + name(message);
    if (event.request().length() > REQUEST_OCTETS && message.accepted()) {
      verdict.violated(what + " of " + event.request().length() + " octets");
    }
    int length = event.response().length();
    int refusal = scene.keepsLogs() ? PROVED_REFUSAL_OCTETS : REFUSAL_OCTETS;
    if (length > (message.accepted() ? RESPONSE_OCTETS : refusal)) {
      verdict.violated(what + " with " + length + " octets");
    }
  }

  private void endless(SimEvent.Exchanged event, Scene scene, Verdict verdict) {
    Optional<String> word = scene.history().operation(event.machine()).map(SimEvent.Began::word);
    if (word.isPresent()
        && !word.get().equals("await")
        && requests.merge(event.machine(), 1, Integer::sum) == REQUESTS) {
      verdict.violated(
          word.get() + " on " + event.machine() + " has sent " + REQUESTS + " requests");
    }
  }

  /** How many applications a profile had, or how many escrow entries the portal was given. */
  private int known(SimEvent.Exchanged event, Message message, Scene scene) {
    Optional<MeshRequest> request = message.request();
    if (request.isEmpty() || !(request.get() instanceof PublishRequest publish)) {
      return 0;
    }
    if (publish.entry() instanceof OfflineEscrowEntry) {
      return entries.merge("escrow at " + event.portal(), 1, Integer::sum);
    }
    if (publish.entry() instanceof SignedPersonalProfile signed) {
      String key = signed.identifier() + " at " + event.portal();
      int now =
          scene
              .history()
              .profile(signed)
              .map(ProfileFacts::applications)
              .map(all -> all.size())
              .orElse(0);
      int had = entries.getOrDefault(key, 0);
      if (message.accepted()) {
        entries.put(key, now);
      }
      return Math.max(had, now);
    }
    return 0;
  }
}
