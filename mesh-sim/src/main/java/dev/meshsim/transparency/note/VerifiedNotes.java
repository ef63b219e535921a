package dev.meshsim.transparency.note;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bounded memory of checkpoints whose signatures were verified, by their exact notes and keys: a
 * portal shows one checkpoint many times. Thread-safe.
 */
public final class VerifiedNotes {

  private static final int MOST = 32;

  private final Map<Verified, Checkpoint> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Verified, Checkpoint> eldest) {
          return size() > MOST;
        }
      };

  /** A note that a key has signed. */
  private record Verified(Note note, NoteKey key) {}

  /** Nothing is remembered. */
  public VerifiedNotes() {}

  /** As {@link Checkpoint#open(Note, NoteKey)}; a failure is not remembered. */
  public Checkpoint open(Note note, NoteKey log) {
    Verified asked = new Verified(note, log);
    synchronized (known) {
      Checkpoint before = known.get(asked);
      if (before != null) {
        return before;
      }
    }
    Checkpoint opened = Checkpoint.open(note, log);
    synchronized (known) {
      known.put(asked, opened);
    }
    return opened;
  }
}
