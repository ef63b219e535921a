package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;

/** The signatures of checkpoints, verified without the code that clients verify them with. */
public final class LogSignatures {

  private LogSignatures() {}

  /**
   * True if a note has a right signature of a log's key, an Ed25519 key.
   *
   * @param key the key, whose text ends with the base64 of a type octet and 32 octets
   */
  public static boolean has(Note note, NoteKey key) {
    byte[] typed = Base64.getDecoder().decode(key.text().split("\\+", 3)[2]);
    PublicJwk raw =
        PublicJwk.fromJson(
            JsonNodeFactory.instance
                .objectNode()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", Bytes.of(typed, 1, typed.length).base64Url()));
    Bytes text = Bytes.utf8(note.text());
    return note.signatures().stream()
        .filter(line -> line.name().equals(key.name()) && line.id().equals(key.id()))
        .anyMatch(line -> raw.verifies(text, line.octets()));
  }
}
