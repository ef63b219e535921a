package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordKey;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.TransferKey;
import dev.meshsim.transparency.TransferQuery;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.service.ProofMaker;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of Transfer. An administrator gets the versions of her own entries; an auditor of the
 * portal gets all records of both logs. With proofs, all pages are of one checkpoint, and hold no
 * record after it. Authority is checked before anything is read or proved.
 */
final class TransferRules {

  private final PortalState state;
  private final Authority authority;
  private final List<PublicKey> auditors;
  private final @Nullable PortalLog log;

  TransferRules(
      PortalState state, Authority authority, PortalPolicy policy, @Nullable PortalLog log) {
    this.state = state;
    this.authority = authority;
    this.auditors =
        state.dialect() == Dialect.MESH
            ? policy.auditors().stream().map(key -> PublicKey.of(Dialect.MESH, key)).toList()
            : List.of();
    this.log = log;
  }

  /** A page of records, before it is proved. */
  private record Page(List<RecordKey> keys, List<DataItem> items, boolean more) {

    /** The records up to a number. */
    Page until(long last) {
      int count = (int) keys.stream().takeWhile(key -> key.number() <= last).count();
      return new Page(
          keys.subList(0, count), items.subList(0, count), more && count == keys.size());
    }
  }

  /**
   * Returns a page of records.
   *
   * @param range the bounds that the request asks for, within those of the portal
   */
  TransferResponse transfer(TransferRequest request, PageRequest range, Caller caller) {
    Bytes asked = request.log();
    if (asked == null) {
      return own(range, caller);
    }
    if (state.dialect() != Dialect.MESH) {
      throw Refusal.bad("only a portal of the dialect mesh proves the records of a Transfer");
    }
    TransferQuery query = TransferQuery.read(asked);
    Optional<TransferKey> key = Optional.ofNullable(range.pageKey()).map(TransferRules::parse);
    if (key.isPresent() && query.size() != null && query.size() != key.get().tree().size()) {
      throw Refusal.bad("the PageKey is of another checkpoint than the one that is asked for");
    }
    PageRequest from = range.after(key.map(TransferRules::position).orElse(null));
    Page page = query.asksForAll() ? allOf(from, caller) : ownOf(from, caller);
    return prove(query, key, page);
  }

  private static TransferKey parse(String pageKey) {
    return TransferKey.parse(pageKey).orElseThrow(TransferRules::otherKey);
  }

  private static Refusal otherKey() {
    return Refusal.bad("the PageKey is not one that this portal gave with proofs");
  }

  private static String position(TransferKey key) {
    return DataItem.PREFIX + key.number();
  }

  /** The versions of the requester's own entries: the profile and its applications. */
  private TransferResponse own(PageRequest range, Caller caller) {
    return state.transact(
        tx -> {
          AccountName account = authority.accountOf(caller);
          VerifiedPersonalProfile profile = authority.administrator(tx, account, caller);
          return OwnRecords.page(tx, keysOf(profile), range);
        });
  }

  private static List<String> keysOf(VerifiedPersonalProfile profile) {
    List<String> keys = new ArrayList<>();
    keys.add(profile.identifier().text());
    profile.profile().applications().forEach(entry -> keys.add(entry.identifier().text()));
    return keys;
  }

  private Page ownOf(PageRequest range, Caller caller) {
    TransferResponse read = own(range, caller);
    List<DataItem> found = read.dataItems() == null ? List.of() : read.dataItems();
    // With the marks of their transactions, which are part of what is proved.
    List<DataItem> items =
        found.stream()
            .map(item -> state.store().record(LogName.MESH, item.number()).orElse(item))
            .toList();
    List<RecordKey> keys =
        items.stream()
            .map(item -> new RecordKey(item.number(), LogName.MESH, item.primaryKey()))
            .toList();
    return new Page(keys, items, read.pageKey() != null);
  }

  private Page allOf(PageRequest range, Caller caller) {
    state.change(tx -> authority.auditor(tx, auditors, caller));
    if (range.notBefore() != null || range.before() != null) {
      throw Refusal.bad("a Transfer of all records has no times");
    }
    long after = OwnRecords.afterNumber(range.pageKey());
    List<RecordKey> keys = state.store().keysAfter(after, range.maxItems());
    List<DataItem> mesh = scan(LogName.MESH, keys, range, after);
    List<DataItem> portal = scan(LogName.PORTAL, keys, range, after);
    List<DataItem> items = new ArrayList<>();
    long octets = 0;
    for (RecordKey key : keys) {
      List<DataItem> of = key.log() == LogName.MESH ? mesh : portal;
      if (of.isEmpty() || of.get(0).number() != key.number()) {
        // The octets of the other log were read to their bound.
        break;
      }
      DataItem item = of.remove(0);
      Bytes text = item.text();
      octets += text == null ? 0 : text.length();
      if (octets > range.maxOctets() && !items.isEmpty()) {
        break;
      }
      items.add(item);
    }
    boolean more = items.size() < keys.size() || keys.size() == range.maxItems();
    return new Page(keys.subList(0, items.size()), items, more);
  }

  /** The records of one log among these keys, as far as the octets of a page go. */
  private List<DataItem> scan(LogName name, List<RecordKey> keys, PageRequest range, long after) {
    int count = (int) keys.stream().filter(key -> key.log() == name).count();
    if (count == 0) {
      return new ArrayList<>();
    }
    PageRequest page =
        PageRequest.all()
            .atMost(count)
            .atMostOctets(range.maxOctets())
            .after(Long.toString(after + 1));
    return new ArrayList<>(state.store().scan(name, page).items());
  }

  private TransferResponse prove(TransferQuery query, Optional<TransferKey> key, Page read) {
    PortalLog kept = log;
    if (kept == null) {
      throw Refusal.of(RefusalReason.NO_PROOF, "this portal keeps no log to prove records from");
    }
    Long size = key.map(named -> (Long) named.tree().size()).orElse(query.size());
    HeadProof head =
        kept.checkpoint(size)
            .orElseThrow(
                () ->
                    key.isPresent()
                        ? otherKey()
                        : Refusal.of(
                            RefusalReason.NO_PROOF,
                            size == null
                                ? "this portal has no checkpoint yet"
                                : "this portal has no checkpoint of " + size + " records"));
    TreeHead tree = state.store().tree().head(head.mapHead().number());
    if (key.isPresent() && !key.get().tree().equals(tree)) {
      throw otherKey();
    }
    Page page = read.until(tree.size());
    List<RecordKey> keys = page.keys();
    TransferAnswer answer = ProofMaker.transfer(state.store().tree(), head, query.known(), keys);
    boolean more = page.more() && !keys.isEmpty();
    long last = more ? keys.get(keys.size() - 1).number() : 0;
    String next = more && last < tree.size() ? new TransferKey(last, tree).text() : null;
    return TransferResponse.proved(page.items(), next, answer);
  }
}
