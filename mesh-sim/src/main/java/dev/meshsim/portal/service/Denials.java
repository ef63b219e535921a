package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.Status;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.service.PortalLog;
import java.util.Optional;

/**
 * The refusals of entries and accounts that are not there, with the proof that the log has none: no
 * record of the key, or one that deleted the entry. The record of a deleted account is not shown.
 */
final class Denials {

  private final PortalState state;
  private final PortalLog log;

  Denials(PortalState state, PortalLog log) {
    this.state = state;
    this.log = log;
  }

  /** A key of one of the logs. */
  private record Key(LogName log, String primaryKey) {

    /** The one key that a request asks for; empty if it may find several entries. */
    static Optional<Key> of(GetRequest request) {
      String account = request.account();
      return account == null
          ? Optional.ofNullable(request.identifier()).map(key -> new Key(LogName.MESH, key))
          : Optional.of(
              new Key(LogName.PORTAL, PortalEntry.Account.key(AccountName.parse(account))));
    }

    /** The number of the record that the map has for the key. */
    Optional<Long> named(LogAnswer answer) {
      return Optional.ofNullable(answer.proof().map().terminal())
          .filter(leaf -> leaf.key().equals(MapKey.of(log.label(), primaryKey)))
          .map(MapLeaf::number);
    }
  }

  /**
   * A refusal with what the log can prove of it now.
   *
   * @param tooEarly true if the last checkpoint does not show yet that there is no such entry
   */
  record Denied(Refusal refusal, boolean tooEarly) {}

  /** Adds the proof to a refusal, if the request asks for it. */
  Denied deny(GetRequest request, Refusal refusal) {
    Optional<Key> asked = Key.of(request);
    Bytes json = request.log();
    if (asked.isEmpty() || json == null || refusal.status() != Status.NOT_FOUND) {
      return new Denied(refusal, false);
    }
    if (log.last().isEmpty()) {
      log.makeNow();
    }
    Key key = asked.get();
    LogQuery query = LogQuery.read(json);
    return log.answer(key.log(), key.primaryKey(), query, Optional.empty())
        .map(answer -> withDeletion(key, answer))
        .map(
            answer ->
                new Denied(refusal.with(MeshJson.write(answer)), isTooEarly(key, query, answer)))
        .orElseGet(() -> new Denied(refusal, false));
  }

  /** True if an answer covers neither the deletion, nor all records that the reader knows of. */
  private boolean isTooEarly(Key key, LogQuery query, LogAnswer answer) {
    long size = answer.proof().head().mapHead().number();
    if (query.numbers().stream().anyMatch(number -> number > size)) {
      return true;
    }
    Optional<Long> named = key.named(answer);
    return key.log() == LogName.MESH
        ? named.isPresent() && answer.deletion() == null
        : named.filter(number -> number < latest(key)).isPresent();
  }

  private long latest(Key key) {
    return state
        .transact(tx -> tx.latest(key.log(), key.primaryKey()))
        .map(DataItem::number)
        .orElse(0L);
  }

  private LogAnswer withDeletion(Key key, LogAnswer answer) {
    return key.log() == LogName.MESH
        ? key.named(answer).flatMap(this::deletion).map(answer::with).orElse(answer)
        : answer;
  }

  /** The record of a number, if it deleted an entry. */
  private Optional<DataItem> deletion(long number) {
    return state.store().record(LogName.MESH, number).filter(item -> !item.live());
  }
}
