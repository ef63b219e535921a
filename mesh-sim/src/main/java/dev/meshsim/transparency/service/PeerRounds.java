package dev.meshsim.transparency.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.LogView;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.tree.TileReader;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The rounds in which a portal fetches the checkpoints of its peers. One that continues those
 * before becomes a record of the portal's log ({@link PeerHead}); so does the evidence if one does
 * not. Thread-safe.
 */
final class PeerRounds {

  /** When a peer that has failed is asked again. */
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final World world;
  private final PortalStore store;
  private final LogPartners partners;
  private final Map<NoteKey, Instant> due = new HashMap<>();

  PeerRounds(World world, PortalStore store, LogPartners partners) {
    this.world = world;
    this.store = store;
    this.partners = partners;
  }

  /** Asks the peers that are due to be asked. */
  void tend(Executor executor) {
    for (PeerLink peer : due()) {
      executor.execute(() -> exchange(peer));
    }
  }

  private synchronized List<PeerLink> due() {
    Instant now = world.now();
    List<PeerLink> asked = new ArrayList<>();
    for (PeerLink peer : partners.peers()) {
      if (!now.isBefore(due.computeIfAbsent(peer.key(), key -> first(peer)))) {
        due.put(peer.key(), now.plus(partners.exchange()));
        asked.add(peer);
      }
    }
    return asked;
  }

  /** After a start, a peer is due when it would have been. */
  private Instant first(PeerLink peer) {
    return stored(peer).map(item -> item.added().plus(partners.exchange())).orElse(Instant.MIN);
  }

  private Optional<DataItem> stored(PeerLink peer) {
    String key = PeerHead.key(peer.key().name());
    return store.transact(tx -> tx.latest(LogName.PORTAL, key));
  }

  private void exchange(PeerLink peer) {
    String name = peer.key().name();
    try {
      Note shown = Note.parse(peer.port().checkpoint());
      Optional<PeerHead> before = stored(peer).map(PeerHead::read);
      Optional<PeerHead> last = before.filter(head -> isOf(peer, NoteKey.parse(head.key())));
      LogView view = new LogView(peer.key(), last.map(PeerHead::note).orElse(null));
      // A key that the operator has changed begins anew, but not one that the peer has.
      boolean given = before.isPresent() && last.isEmpty();
      try {
        NoteKey key =
            view.advance(
                    shown,
                    size -> new TileReader(size, peer.port()::tile),
                    () -> given ? KeyChain.NONE : peer.port().chain())
                .key();
        keep(new PeerHead(key.text(), shown.octets().utf8(), null));
      } catch (TransparencyException.Proved e) {
        Bytes evidence = e.evidence();
        PeerHead known = last.orElseThrow();
        keep(new PeerHead(known.key(), known.checkpoint(), evidence.utf8()));
        warn(name, e.problem());
      }
    } catch (MeshException e) {
      warn(name, e.problem());
      synchronized (this) {
        due.put(peer.key(), world.now().plus(RETRY));
      }
    }
  }

  /** True if a key of the peer's log is the one that was given, or the same portal's. */
  private static boolean isOf(PeerLink peer, NoteKey key) {
    return key.equals(peer.key()) || !peer.port().chain().between(key, peer.key()).isEmpty();
  }

  private void warn(String name, String problem) {
    partners.warnings().accept("the peer " + name + ": " + problem);
  }

  /** Writes a record, also if the checkpoint is the last one: its time says that it was seen. */
  private void keep(PeerHead head) {
    Instant now = world.now();
    String key = PeerHead.key(NoteKey.parse(head.key()).name());
    store.transact(
        tx -> {
          boolean first = tx.latest(LogName.PORTAL, key).isEmpty();
          tx.put(head.change(first, now));
          return true;
        });
  }
}
