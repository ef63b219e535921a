package dev.meshsim.portal.mirror;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a mirror, as the file {@value #FILE} beside its logs has it: tagged JSON.
 *
 * @param domain the domain of the portal
 * @param statement the portal's statement of its keys that was accepted last; null if the key of
 *     the log was given
 * @param verified the checkpoint up to which the copy is verified; null if there is none yet
 * @param target the checkpoint that the copy is being brought to: the portal has signed it, and it
 *     continues {@code verified}; null if the copy is complete
 * @param earlier the statements before {@code statement} that led to it, newest first; null for
 *     none
 */
record MirrorState(
    @JsonProperty("Domain") String domain,
    @JsonProperty("Statement") @Nullable Bytes statement,
    @JsonProperty("Verified") @Nullable HeadProof verified,
    @JsonProperty("Target") @Nullable HeadProof target,
    @JsonProperty("Earlier") @Nullable List<Bytes> earlier) {

  /** The name of the file. */
  static final String FILE = "mirror.json";

  private static final int MOST_OCTETS = 1024 * 1024;

  /** Checks that nothing is missing. */
  MirrorState {
    Objects.requireNonNull(domain, "Domain");
    earlier = earlier == null || earlier.isEmpty() ? null : List.copyOf(earlier);
  }

  /** The statements of the portal's earlier keys, newest first. */
  List<Bytes> earlierStatements() {
    return earlier == null ? List.of() : earlier;
  }

  /** A mirror that has nothing yet. */
  static MirrorState first(String domain) {
    return new MirrorState(domain, null, null, null, null);
  }

  /** Reads the file in a directory; null if there is none. */
  static @Nullable MirrorState read(DurableFiles files, Path directory) {
    Path file = directory.resolve(FILE);
    if (files.status(file).isAbsent()) {
      return null;
    }
    try {
      return MeshJson.readTagged(Bytes.of(files.read(file, MOST_OCTETS)), MirrorState.class);
    } catch (MeshException | IllegalArgumentException | NullPointerException e) {
      throw TransparencyException.badCopy(
          directory.toString(), "its state file " + FILE + " cannot be read");
    }
  }

  /** Writes the file: atomic, and durable when this returns. */
  void write(DurableFiles files, Path directory) {
    Bytes text = Bytes.utf8(MeshJson.writeTagged(this).utf8() + "\n");
    files.replace(directory.resolve(FILE), text);
  }

  MirrorState withStatement(Bytes accepted, List<Bytes> before) {
    return new MirrorState(domain, accepted, verified, target, before);
  }

  MirrorState withTarget(HeadProof next) {
    return new MirrorState(domain, statement, verified, next, earlier);
  }

  MirrorState withVerified(HeadProof done) {
    return new MirrorState(domain, statement, done, null, earlier);
  }

  /** The latest checkpoint that the portal has shown. */
  @Nullable HeadProof latest() {
    return target == null ? verified : target;
  }
}
