package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.protect.Envelope;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.protect.ProtectException;
import dev.meshsim.protect.ProtectedClient;
import dev.meshsim.protect.Protection;
import dev.meshsim.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for protected requests: envelopes of one portal, signed and encrypted. */
final class ProtectedVectors {

  private static final String PORTAL = "example.com";
  private static final String CHALLENGE = "a-challenge-of-Hello";
  private static final Bytes REQUEST =
      Bytes.utf8("{\"ValidateAccount\":{\"Account\":\"alice@example.com\"}}");

  private final VectorFile file;
  private final ObjectNode group;
  private final World world;
  private final PortalKeys keys;
  private final PortalKeys others;

  private ProtectedVectors(VectorFile file, World world) {
    this.file = file;
    this.world = world;
    this.keys = PortalKeys.make(world, PORTAL, Suite.ED25519);
    this.others = PortalKeys.make(world, "example.net", Suite.ED25519);
    this.group = file.group(Dialect.MESH);
    group.put("portal", PORTAL).put("keys", VectorKeys.octets(keys.toJson()).utf8());
    group.put("challenge", CHALLENGE).put("time", world.now().toString());
  }

  static VectorFile make(World world) {
    VectorFile file =
        new VectorFile(
            "protected",
            "ProtectedTest",
            "A test gives the octets of a protected request, in the content coding jose-jwb of",
            "json-web-service-03 section 6: preamble, 1E, payload, 1E, postscript. A group gives the",
            "domain of the portal that reads it, its keys as its store has them, the challenge that",
            "its Hello gave, and the time. A preamble with enc is that of a JWE whose plaintext is a",
            "signed envelope. Check the form, then typ, aud, to, challenge and iat, then the",
            "signature by jwk. That a jti is new is not tested.");
    ProtectedVectors vectors = new ProtectedVectors(file, world);
    vectors.level(Protection.SIGN);
    vectors.level(Protection.ENCRYPT);
    return file;
  }

  private VectorTest test(String comment, Bytes envelope, Flag flag) {
    return file.test(group, comment, flag).put("envelope", envelope.hex());
  }

  private Bytes sealed(Protection level, PortalKeys portal) {
    return sealed(level, portal, CHALLENGE);
  }

  private Bytes sealed(Protection level, PortalKeys portal, String challenge) {
    ProtectedClient client = new ProtectedClient(world, "vectors", level);
    return client.seal(REQUEST, portal.newest(), challenge).envelope();
  }

  private void level(Protection level) {
    String name = level.label() + ": ";
    test(name + "a request", sealed(level, keys), Flag.NORMAL)
        .put("request", REQUEST.utf8())
        .valid();
    Envelope parts = Envelope.read(sealed(level, keys));
    altered(name + "a payload changed", parts, parts.preamble(), flipped(parts.payload()));
    altered(name + "a header changed", parts, changedHeader(parts), parts.payload());
    Bytes whole = parts.write();
    test(
            name + "the postscript is cut",
            Bytes.of(whole.toArray(), 0, whole.length() - 1),
            Flag.TRUNCATED)
        .invalid(ProtectException.Code.MALFORMED);
    Bytes spaced = Bytes.utf8(parts.postscript().utf8() + " ");
    test(
            name + "white space in the postscript",
            new Envelope(parts.preamble(), parts.payload(), spaced).write(),
            Flag.UNPROTECTED)
        .invalid(ProtectException.Code.MALFORMED);
    test(
            name + "no separator",
            Bytes.utf8(parts.preamble().utf8() + parts.postscript().utf8()),
            Flag.NO_WRAPPER)
        .invalid(ProtectException.Code.MALFORMED);
    test(name + "for another portal", sealed(level, others), Flag.OTHER_CLAIM)
        .invalid(
            level == Protection.SIGN
                ? ProtectException.Code.OTHER_PORTAL
                : ProtectException.Code.OLD_KEY);
    test(
            name + "with another challenge",
            sealed(level, keys, "another-challenge-of-Hello"),
            Flag.OTHER_CLAIM)
        .invalid(ProtectException.Code.OLD_CHALLENGE);
  }

  private void altered(String comment, Envelope parts, Bytes preamble, Bytes payload) {
    Flag flag = preamble.equals(parts.preamble()) ? Flag.ALTERED_PAYLOAD : Flag.ALTERED_HEADER;
    test(comment, new Envelope(preamble, payload, parts.postscript()).write(), flag)
        .invalid(ProtectException.Code.NOT_AUTHENTIC);
  }

  private static Bytes flipped(Bytes octets) {
    byte[] changed = octets.toArray();
    changed[changed.length / 2] ^= 1;
    return Bytes.of(changed);
  }

  private static Bytes changedHeader(Envelope parts) {
    return Bytes.utf8(parts.preamble().utf8().replaceFirst("}$", ",\"x\":1}"));
  }
}
