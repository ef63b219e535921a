package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.Map;

/**
 * The client's side of protection: seals requests and opens answers. It has keys of its own that
 * are made for one connection and never stored: one signs requests, and answers are encrypted to
 * the other. Thread-safe.
 */
public final class ProtectedClient {

  /** The key identifier of a connection's key for answers. */
  static final String REPLY = "reply";

  private static final int NONCE_OCTETS = 16;

  private final Protection level;
  private final TimeWindow window;
  private final Draws draws;
  private final PrivateJwk signature;
  private final PrivateJwk reply;
  private final String kid;

  /**
   * Makes the keys of a connection.
   *
   * @param machine the name of the machine that connects, for its random stream
   * @param level {@link Protection#SIGN} or {@link Protection#ENCRYPT}
   */
  public ProtectedClient(World world, String machine, Protection level) {
    if (level == Protection.NONE) {
      throw new IllegalArgumentException("without protection there is nothing to seal");
    }
    this.level = level;
    this.window = new TimeWindow(world, TimeWindow.USUAL);
    RandomStream random = world.stream(machine, "protected requests");
    this.draws = new Draws(random);
    this.signature = PrivateJwk.generate(Suite.ED25519.signature(), random);
    this.reply = PrivateJwk.generate(Suite.ED25519.encryption(), random);
    this.kid = Dialect.MESH.fingerprint(signature.publicJwk()).text();
  }

  /**
   * A request on its way.
   *
   * @param envelope the octets that travel
   * @param digest the SHA-256 of the signed envelope, which the answer must name
   * @param portal the keys that must have signed the answer
   */
  public record Sent(Bytes envelope, Bytes digest, KeyStatement portal) {}

  /** The protection of requests and answers. */
  public Protection level() {
    return level;
  }

  /**
   * Seals a request for a portal.
   *
   * @param portal its keys
   * @param challenge the latest that its Hello gave
   */
  public Sent seal(Bytes request, KeyStatement portal, String challenge) {
    boolean encrypts = level == Protection.ENCRYPT;
    RandomStream random = draws.next();
    String nonce = Bytes.of(random.bytes(NONCE_OCTETS)).base64Url();
    Map<String, Object> claims =
        RequestSeal.claims(
            portal,
            challenge,
            window.now(),
            nonce,
            signature.publicJwk(),
            encrypts ? reply.publicJwk() : null);
    Bytes signed = Seal.sign(request, claims, signature, kid, random);
    Bytes envelope =
        encrypts
            ? Seal.encrypt(
                signed,
                RequestSeal.TYPE,
                new Jwe.Recipient(portal.encryptionFingerprint(), portal.encryption()),
                random)
            : signed;
    return new Sent(envelope, Sha256.of(signed), portal);
  }

  /**
   * Opens the answer to a request.
   *
   * @param answer any octets at all
   * @return the answer itself
   * @throws ProtectException if it is not the portal's protected answer to this request
   */
  public Bytes open(Bytes answer, Sent sent) {
    Received signed = Received.read(answer);
    if (level == Protection.ENCRYPT) {
      Seal.requireType(signed.header(), AnswerSeal.TYPE);
      if (!signed.isEncrypted()) {
        throw ProtectException.unprotected(level);
      }
      signed = Received.read(Seal.decrypt(signed.envelope(), REPLY, reply));
    }
    return AnswerSeal.open(signed, sent.portal(), sent.digest(), window);
  }
}
