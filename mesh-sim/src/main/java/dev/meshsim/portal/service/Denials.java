package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.Status;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogHead;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.PortalLog;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import java.util.List;
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

    /** The one key that a request asks for; empty if it asks for several, or for no proof. */
    static Optional<Key> of(GetRequest request) {
      if (request.log() == null) {
        return Optional.empty();
      }
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

  /** The refusal, with the proof if the request asks for it. */
  Refusal of(GetRequest request, Refusal refusal) {
    return answer(request, refusal)
        .map(answer -> refusal.with(MeshJson.write(answer)))
        .orElse(refusal);
  }

  /**
   * True if the last checkpoint does not show yet that there is no such entry: it covers neither
   * its deletion, nor a record that the requester has a receipt of.
   */
  boolean isTooEarly(GetRequest request, Refusal refusal) {
    Optional<LogAnswer> answer = answer(request, refusal);
    if (answer.isEmpty()) {
      return false;
    }
    Key key = Key.of(request).orElseThrow();
    long size = log.last().map(LogHead::size).orElse(0L);
    if (query(request).numbers().stream().anyMatch(number -> number > size)) {
      return true;
    }
    Optional<Long> named = key.named(answer.get());
    return key.log() == LogName.MESH
        ? named.isPresent() && answer.get().deletion() == null
        : named.filter(number -> number < latest(key)).isPresent();
  }

  private long latest(Key key) {
    return state
        .transact(tx -> tx.latest(key.log(), key.primaryKey()))
        .map(DataItem::number)
        .orElse(0L);
  }

  private static LogQuery query(GetRequest request) {
    Bytes asked = request.log();
    return asked == null ? new LogQuery(0, List.of()) : LogQuery.read(asked);
  }

  private Optional<LogAnswer> answer(GetRequest request, Refusal refusal) {
    Optional<Key> asked = Key.of(request);
    if (asked.isEmpty() || refusal.status() != Status.NOT_FOUND) {
      return Optional.empty();
    }
    if (log.last().isEmpty()) {
      log.makeNow();
    }
    Key key = asked.get();
    return log.answer(key.log(), key.primaryKey(), query(request), Optional.empty())
        .map(
            answer ->
                key.named(answer)
                    .filter(number -> key.log() == LogName.MESH)
                    .flatMap(this::deletion)
                    .map(answer::with)
                    .orElse(answer));
  }

  /** The record of a number, if it deleted an entry. */
  private Optional<DataItem> deletion(long number) {
    return state.store().record(LogName.MESH, number).filter(item -> !item.live());
  }
}
