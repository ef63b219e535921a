package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordPage;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.WithReceipts;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogProof;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The additions of a portal with a verifiable log to its answers: the proof of what was read, and
 * the receipts of what was written. It also heeds the checkpoints that clients have seen: one that
 * is not of this log shows that the store was put back to an older state, and the portal stops.
 */
final class LogAnswers {

  private static final System.Logger LOG = System.getLogger(MeshService.STOPPED_LOGGER);
  private static final int MOST_ATTEMPTS = 4;

  private final World world;
  private final String domain;
  private final PortalState state;
  private final PortalLog log;
  private final PortalKeyring keyring;
  private final Denials denials;
  private volatile @Nullable String stopped;

  LogAnswers(World world, String domain, PortalState state, PortalLog log, PortalKeyring keyring) {
    this.world = world;
    this.domain = domain;
    this.state = state;
    this.log = log;
    this.keyring = keyring;
    this.denials = new Denials(state, log);
  }

  /** Makes a checkpoint if one is due, and refuses to go on with a log that lost records. */
  void before(MeshRequest request, Caller caller) {
    Optional<String> seen = seen(request, caller);
    goOnUnless(seen.flatMap(log::compare).or(log::putBack));
    log.makeIfDue();
    goOnUnless(log.putBack());
  }

  private void goOnUnless(Optional<String> putBack) {
    if (stopped == null) {
      putBack.ifPresent(this::stop);
    }
    if (stopped != null) {
      throw Refusal.of(RefusalReason.LOG_LOST, "the portal has stopped: " + stopped);
    }
  }

  private void stop(String reason) {
    LOG.log(
        System.Logger.Level.ERROR,
        "the log of "
            + domain
            + " was put back to an older state: "
            + reason
            + ". Put the newest copy of the store in its place and start the portal again");
    stopped = "its log is not the one that it has shown before: " + reason;
  }

  /** The checkpoint that the signer of a request, or of the object in it, has seen. */
  private Optional<String> seen(MeshRequest request, Caller caller) {
    Optional<String> inEnvelope =
        caller
            .envelope()
            .map(RequestEnvelope::signature)
            .flatMap(signed -> SeenCheckpoint.in(state.dialect(), signed));
    return inEnvelope.isPresent()
        ? inEnvelope
        : signedIn(request).flatMap(signed -> SeenCheckpoint.in(state.dialect(), signed));
  }

  private static Optional<JsonWebSignature> signedIn(MeshRequest request) {
    if (request instanceof PublishRequest publish && publish.entry() instanceof SignedEntry entry) {
      return Optional.of(entry.signedData());
    }
    if (request instanceof ConnectStartRequest start) {
      return Optional.of(start.signedRequest().signedData());
    }
    return Optional.empty();
  }

  /** Adds to the answer of a request that succeeded. */
  MeshResponse after(MeshRequest request, Caller caller, MeshResponse response) {
    if (response instanceof WithReceipts written && seen(request, caller).isPresent()) {
      return written.with(receipts(request));
    }
    return response;
  }

  private List<Bytes> receipts(MeshRequest request) {
    List<Bytes> signed = new ArrayList<>();
    if (request instanceof CreateRequest create) {
      Udf profile = create.profile().identifier();
      add(signed, LogName.PORTAL, PortalEntry.Account.key(AccountName.parse(create.account())));
      add(signed, LogName.MESH, profile.text());
    } else if (request instanceof DeleteRequest delete) {
      add(signed, LogName.PORTAL, PortalEntry.Account.key(AccountName.parse(delete.account())));
    } else if (request instanceof PublishRequest publish) {
      record(publish.entry()).ifPresent(item -> signed.add(sign(LogName.MESH, item)));
    } else if (request instanceof ConnectStartRequest start) {
      profileOf(start.accountId())
          .ifPresent(
              profile -> add(signed, LogName.PORTAL, PortalEntry.ConnectionsPending.key(profile)));
    } else if (request instanceof ConnectCompleteRequest complete) {
      Udf device = complete.result().identifier();
      profileOf(complete.accountId())
          .ifPresent(
              profile -> add(signed, LogName.PORTAL, PortalEntry.resultKey(profile, device)));
    }
    return signed;
  }

  private Optional<Udf> profileOf(String account) {
    return state.transact(
        tx ->
            state.account(tx, AccountName.parse(account)).map(PortalEntry.Account::userProfileUdf));
  }

  private void add(List<Bytes> signed, LogName name, String key) {
    state.transact(tx -> tx.latest(name, key)).ifPresent(item -> signed.add(sign(name, item)));
  }

  /** The record of an entry that was published, which may have been replaced in the meantime. */
  private Optional<DataItem> record(Entry entry) {
    String key = entry.identifier().text();
    Optional<DataItem> latest = state.transact(tx -> tx.latest(LogName.MESH, key));
    if (latest.filter(item -> state.entries().read(item).equals(entry)).isPresent()) {
      return latest;
    }
    String next = null;
    do {
      PageRequest page = PageRequest.all().atMost(100).after(next);
      RecordPage read = state.transact(tx -> tx.versions(LogName.MESH, key, page));
      Optional<DataItem> found =
          read.items().stream()
              .filter(item -> state.entries().read(item).equals(entry))
              .reduce((earlier, later) -> later);
      if (found.isPresent()) {
        return found;
      }
      next = read.nextPageKey();
    } while (next != null);
    return Optional.empty();
  }

  private Bytes sign(LogName name, DataItem item) {
    return log.receipt(name, item).sign(keyring.current(), world.stream(domain, "receipts"));
  }

  /** Answers a Get, with the proof that it asks for. */
  GetResponse get(GetRequest request, QueryRules queries) {
    return unchanged(request, () -> queries.latest(request))
        .orElseGet(() -> prove(request, () -> queries.get(request)));
  }

  /**
   * The answer to a reader who has the latest record of what is asked for: the proof alone. It has
   * no path from the checkpoint that the entry's signer has seen, since the reader has checked that
   * with the record.
   *
   * @param latest finds the record
   * @return empty if the reader has another record or none, or if the proof does not name it yet
   */
  private Optional<GetResponse> unchanged(GetRequest request, Supplier<Optional<DataItem>> latest) {
    Bytes asked = request.log();
    LogQuery query = asked == null ? null : LogQuery.read(asked);
    Long has = query == null ? null : query.has();
    if (query == null || has == null) {
      return Optional.empty();
    }
    Optional<DataItem> found;
    try {
      found = latest.get().filter(item -> item.number() == has);
    } catch (Refusal refusal) {
      // It is denied with a proof.
      return Optional.empty();
    }
    return found.flatMap(
        item ->
            log.answer(LogName.MESH, item.primaryKey(), query, Optional.empty())
                .filter(answer -> names(answer.proof(), item))
                .map(
                    answer ->
                        new GetResponse(
                                Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, null, null, null)
                            .with(answer)));
  }

  /** True if a proof names a record as the latest of its key. */
  private static boolean names(LogProof proof, DataItem item) {
    MapLeaf leaf = proof.map().terminal();
    return leaf != null && leaf.number() == item.number();
  }

  /**
   * Adds the proof to an answer with one record. The proof is of the last checkpoint, which may
   * have been made after the record was read; then it is read again. So is what was not there, with
   * a checkpoint of now, if the last one is too old to show that.
   *
   * @param read reads the record
   */
  GetResponse prove(GetRequest request, Supplier<GetResponse> read) {
    for (int attempt = 1; ; attempt++) {
      GetResponse response;
      try {
        response = read.get();
      } catch (Refusal refusal) {
        Denials.Denied denied = denials.deny(request, refusal);
        if (denied.tooEarly() && attempt < MOST_ATTEMPTS) {
          log.makeNow();
          continue;
        }
        throw denied.refusal();
      }
      List<DataItem> items = response.dataItems();
      Bytes asked = request.log();
      if (asked == null || items == null || items.size() != 1) {
        return response;
      }
      DataItem item = items.get(0);
      LogQuery query = LogQuery.read(asked);
      Optional<LogAnswer> found =
          log.answer(LogName.MESH, item.primaryKey(), query, seen(response));
      if (found.isEmpty()) {
        return response;
      }
      LogAnswer answer = found.get();
      LogProof proof = answer.proof();
      boolean covered = item.number() <= MapHead.read(proof.head().mapHead()).size();
      if (!covered || names(proof, item) || attempt == MOST_ATTEMPTS) {
        DataItem marked = state.store().record(LogName.MESH, item.number()).orElse(item);
        return response.with(marked).with(covered ? answer : answer.with(sign(LogName.MESH, item)));
      }
    }
  }

  /** The checkpoint that the signer of the entry has seen. */
  private Optional<String> seen(GetResponse response) {
    List<Entry> entries = response.entries();
    return entries != null && entries.size() == 1 && entries.get(0) instanceof SignedEntry signed
        ? SeenCheckpoint.in(state.dialect(), signed.signedData())
        : Optional.empty();
  }
}
