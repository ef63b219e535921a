package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.LogSource;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key of the mirrored log: the one that was given, or the one that the portal showed at first
 * contact, followed through the portal's changes of its keys.
 */
final class MirrorKeys implements Function<Note, NoteKey> {

  private final String domain;
  private final @Nullable NoteKey given;
  private final LogSource source;

  /**
   * The key of a portal's log.
   *
   * @param given the key of the log; null for the one that the portal shows
   * @param known the statement of the portal's keys that was accepted last; null for none
   * @param accepted gets each statement that is accepted
   */
  MirrorKeys(
      MeshPortal portal, @Nullable NoteKey given, @Nullable Bytes known, Consumer<Bytes> accepted) {
    this.domain = portal.domain();
    this.given = given;
    KeyPins pins = KeyPins.inMemory();
    if (known != null) {
      pins.pin(domain, known);
    }
    this.source =
        new LogSource(
            portal,
            new KeyPins() {
              @Override
              public Optional<Bytes> pinned(String name) {
                return pins.pinned(name);
              }

              @Override
              public void pin(String name, Bytes statement) {
                pins.pin(name, statement);
                accepted.accept(statement);
              }
            });
  }

  @Override
  public NoteKey apply(Note note) {
    return given == null ? source.keyOf(domain, note) : given;
  }
}
