package dev.meshsim.transparency;

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
