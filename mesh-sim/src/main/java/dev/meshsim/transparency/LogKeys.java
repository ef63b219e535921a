package dev.meshsim.transparency;

import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;

/** The way to the portal whose log is watched, for its keys. */
public interface LogKeys {

  /** The statement of the portal's keys that the machine accepts. */
  KeyStatement keys();

  /** Asks the portal for its keys again; they must follow the accepted ones. */
  KeyStatement askAgain();

  /** The accepted statement, and those before it that are remembered. */
  KeyChain chain();

  /** The keys of the log of one portal, for messages that name it. */
  interface OfPortal {

    /** The key that should have signed a checkpoint; see {@link LogKeys#keyOf}. */
    NoteKey keyOf(Note checkpoint);

    /** The portal's statements of its keys that are known, for evidence. */
    KeyChain chain();
  }

  /** These keys for a portal's domain. */
  default OfPortal of(String domain) {
    return new OfPortal() {
      @Override
      public NoteKey keyOf(Note checkpoint) {
        return LogKeys.this.keyOf(domain, checkpoint);
      }

      @Override
      public KeyChain chain() {
        return LogKeys.this.chain();
      }
    };
  }

  /**
   * The key of the log that should have signed a checkpoint. The portal is asked again if another
   * one has.
   *
   * @param domain the portal, for messages
   * @throws TransparencyException {@code transparency.withheld} if the portal names none
   */
  default NoteKey keyOf(String domain, Note checkpoint) {
    NoteKey known = logKey(domain, keys());
    return checkpoint.signatureOf(known).isPresent() ? known : logKey(domain, askAgain());
  }

  private static NoteKey logKey(String domain, KeyStatement statement) {
    return statement
        .log()
        .orElseThrow(() -> TransparencyException.withheld(domain, "key of its log"));
  }
}
