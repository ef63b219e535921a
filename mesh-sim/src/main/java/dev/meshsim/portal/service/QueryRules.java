package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Dictionary;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.profile.Entry;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Extension;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.StatusResponse;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.protocol.Version;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.peer.PeerChain;
import dev.meshsim.transparency.service.PortalLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of Hello, Get, Status and Transfer, which change nothing. */
final class QueryRules {

  private static final int MAJOR = 0;
  private static final int MINOR = 8;

  /** The encodings that every portal has, with the dictionary of JSON-C. */
  private static final List<Version.Encoding> ENCODINGS =
      Arrays.stream(Encoding.values())
          .map(
              encoding ->
                  new Version.Encoding(
                      List.of(encoding.mediaType()),
                      encoding == Encoding.JSON_C ? List.of(Dictionary.MESH.udf().text()) : null))
          .toList();

  private final PortalState state;
  private final PortalPolicy policy;
  private final PortalKeyring keyring;
  private final Supplier<String> challenge;
  private final @Nullable PortalLog log;
  private final TransferRules transfers;

  QueryRules(
      PortalState state,
      Authority authority,
      PortalPolicy policy,
      PortalKeyring keyring,
      Supplier<String> challenge,
      @Nullable PortalLog log) {
    this.state = state;
    this.policy = policy;
    this.keyring = keyring;
    this.challenge = challenge;
    this.log = log;
    this.transfers = new TransferRules(state, authority, policy, log);
  }

  HelloResponse hello(HelloRequest request) {
    String uri = "http://mmm." + keyring.domain() + "/.well-known/mmm/";
    Version version = new Version(MAJOR, MINOR, ENCODINGS, List.of(uri));
    boolean extended = state.dialect() == Dialect.MESH || Boolean.TRUE.equals(request.extensions());
    HelloResponse response =
        new HelloResponse(
            Status.SUCCESS_CREATED,
            Status.SUCCESS_TEXT,
            version,
            null,
            extended ? challenge.get() : null,
            extended ? Extension.inUse(state.dialect(), log != null) : null);
    if (!Boolean.TRUE.equals(request.protection())) {
      return response;
    }
    if (log != null) {
      // The keys name the one of the log also before its first checkpoint.
      keyring.logSigner();
    }
    return response.with(keyring.reload().shown());
  }

  StatusResponse status() {
    Instant last = state.store().lastWrite().orElse(null);
    if (log != null) {
      Optional<Note> head = log.publishedCheckpoint();
      List<Bytes> peers =
          state.dialect() == Dialect.MESH
              ? log.chains().stream().map(PeerChain::json).toList()
              : List.of();
      return new StatusResponse(
          Status.SUCCESS_CREATED,
          Status.SUCCESS_TEXT,
          last,
          head.flatMap(note -> log.madeAt(Checkpoint.verified(note).tree().size())).orElse(null),
          log.next().orElse(null),
          head.map(note -> note.octets().utf8()).orElse(null),
          peers.isEmpty() ? null : peers);
    }
    return new StatusResponse(
        Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, last, last, null, null, null);
  }

  GetResponse get(GetRequest request) {
    return state.transact(
        tx -> {
          RecordPage found = find(tx, request);
          if (found.items().isEmpty()) {
            throw Refusal.of(RefusalReason.UNKNOWN_ENTRY, "there is no such entry");
          }
          List<Entry> entries = found.items().stream().map(state.entries()::read).toList();
          boolean full = Boolean.TRUE.equals(request.full());
          return new GetResponse(
              Status.SUCCESS_CREATED,
              Status.SUCCESS_TEXT,
              entries,
              full ? found.items() : null,
              found.nextPageKey());
        });
  }

  /**
   * The record of the one entry that a Get asks for; empty if it may be several.
   *
   * @throws Refusal as {@link #get}
   */
  Optional<DataItem> latest(GetRequest request) {
    boolean one = request.keyValues() == null && !Boolean.TRUE.equals(request.multiple());
    return one
        ? state.transact(tx -> find(tx, request).items().stream().findFirst())
        : Optional.empty();
  }

  private RecordPage find(PortalStore.Transaction tx, GetRequest request) {
    boolean multiple = Boolean.TRUE.equals(request.multiple());
    PageRequest range = range(request.searchConstraints());
    if (request.account() != null) {
      AccountName name = AccountName.parse(request.account());
      String key =
          state
              .account(tx, name)
              .map(account -> account.userProfileUdf().text())
              .orElseThrow(() -> Authority.unknownAccount(name));
      return byKey(tx, key, multiple, range);
    }
    if (request.identifier() != null) {
      return byKey(tx, request.identifier(), multiple, range);
    }
    List<KeyValue> terms = request.keyValues();
    if (terms == null || terms.isEmpty()) {
      throw Refusal.bad("a Get names an Account, an Identifier or KeyValues");
    }
    return byTerms(tx, terms, multiple ? range : range.atMost(1));
  }

  private static RecordPage byKey(
      PortalStore.Transaction tx, String key, boolean multiple, PageRequest range) {
    if (multiple) {
      return tx.versions(LogName.MESH, key, range);
    }
    return new RecordPage(
        tx.latest(LogName.MESH, key)
            .filter(item -> range.holds(item.added()))
            .map(List::of)
            .orElse(List.of()),
        null);
  }

  /**
   * The store finds one term; the others filter its page. So a page may hold fewer entries than
   * were asked for, or none, while its key says that more follow.
   */
  private static RecordPage byTerms(
      PortalStore.Transaction tx, List<KeyValue> terms, PageRequest range) {
    KeyValue first = terms.get(0);
    RecordPage page = tx.find(LogName.MESH, new IndexTerm(first.key(), first.value()), range);
    List<DataItem> all =
        page.items().stream()
            .filter(
                item ->
                    terms.stream()
                        .allMatch(t -> item.keys().contains(new IndexTerm(t.key(), t.value()))))
            .toList();
    return new RecordPage(all, page.nextPageKey());
  }

  /** See {@link TransferRules}. */
  TransferResponse transfer(TransferRequest request, Caller caller) {
    return transfers.transfer(request, range(request.searchConstraints()), caller);
  }

  private PageRequest range(@Nullable SearchConstraints asked) {
    PageRequest most =
        PageRequest.all().atMost(policy.maxEntries()).atMostOctets(policy.maxOctets());
    if (asked == null) {
      return most;
    }
    int items = bounded(asked.maxEntries(), policy.maxEntries(), "MaxEntries");
    int octets = bounded(asked.maxBytes(), policy.maxOctets(), "MaxBytes");
    return most.atMost(items)
        .atMostOctets(octets)
        .between(asked.notBefore(), asked.before())
        .after(asked.pageKey());
  }

  private static int bounded(@Nullable Integer asked, int most, String member) {
    if (asked == null) {
      return most;
    }
    if (asked < 1) {
      throw Refusal.bad(member + " is 1 or more");
    }
    return Math.min(asked, most);
  }
}
