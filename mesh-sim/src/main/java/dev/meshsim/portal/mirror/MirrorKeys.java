package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.LogSource;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.transparency.LogKeys;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The key of the mirrored log: the one that was given, or the one that the portal showed at first
 * contact, followed through the portal's changes of its keys.
 */
final class MirrorKeys implements LogKeys.OfPortal {

  private final String domain;
  private final @Nullable NoteKey given;
  private final LogSource source;

  /**
   * The key of a portal's log.
   *
   * @param given the key of the log; null for the one that the portal shows
   * @param known the state with the statements that were accepted
   * @param accepted gets each statement that is accepted, and those before it
   */
  MirrorKeys(
      MeshPortal portal,
      @Nullable NoteKey given,
      MirrorState known,
      BiConsumer<Bytes, List<Bytes>> accepted) {
    this.domain = portal.domain();
    this.given = given;
    KeyPins pins = KeyPins.inMemory();
    Bytes statement = known.statement();
    if (statement != null) {
      pins.pin(domain, statement, known.earlierStatements());
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
              public List<Bytes> earlier(String name) {
                return pins.earlier(name);
              }

              @Override
              public void pin(String name, Bytes statement, List<Bytes> earlier) {
                pins.pin(name, statement, earlier);
                accepted.accept(statement, earlier);
              }
            });
  }

  @Override
  public NoteKey keyOf(Note note) {
    return given == null ? source.keyOf(domain, note) : given;
  }

  @Override
  public KeyChain chain() {
    return given == null ? source.chain() : KeyChain.NONE;
  }
}
