/**
 * Signed notes and checkpoints in the forms of C2SP: {@code signed-note}, {@code tlog-checkpoint}
 * and {@code tlog-cosignature}. {@link dev.meshsim.transparency.note.Note} is a text with signature
 * lines, {@link dev.meshsim.transparency.note.NoteKey} the public key that verifies one kind of
 * them, {@link dev.meshsim.transparency.note.NoteSigner} the private key of a log, and {@link
 * dev.meshsim.transparency.note.Checkpoint} the text that says size and root of a log. A note is
 * always verified before its text is parsed. Other programs that read these forms read ours.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.transparency.note;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
