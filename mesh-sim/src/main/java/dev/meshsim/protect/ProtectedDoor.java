package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Jwe;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The portal's side of protection: opens requests, and seals their answers at the same level. A
 * request is opened once. Thread-safe.
 */
public final class ProtectedDoor {

  private final PortalKeyring keyring;
  private final TimeWindow window;
  private final Admission admission;
  private final Draws draws;
  private final ClientKeys clients = new ClientKeys();

  /**
   * Makes the door of one portal process.
   *
   * @param domain the domain of the portal
   * @param width how far a request's time may be from the portal's, either way
   * @param admission takes each request once
   */
  public ProtectedDoor(
      World world, String domain, PortalKeyring keyring, Duration width, Admission admission) {
    this.keyring = keyring;
    this.window = new TimeWindow(world, width);
    this.admission = admission;
    this.draws = new Draws(world.stream("portal " + domain, "protected answers"));
  }

  /**
   * A protected exchange: the message in each envelope, and the envelope of the answer.
   *
   * @param request the request in the envelope that came
   * @param response its answer
   * @param sealed the envelope of the answer
   */
  public record Crossing(Bytes request, Bytes response, Bytes sealed) {}

  /**
   * Answers a protected request.
   *
   * @param envelope any octets at all
   * @param least the least protection that is accepted
   * @param service answers the request inside; not called if the envelope is refused
   * @throws ProtectException if the envelope is refused
   */
  public Crossing answer(Bytes envelope, Protection least, UnaryOperator<Bytes> service) {
    PortalKeys keys = keyring.current();
    RequestSeal request;
    try {
      request = open(envelope, keys);
    } catch (ProtectException e) {
      PortalKeys before = keys;
      keys = e.errorCode() == ProtectException.Code.OLD_KEY ? keyring.reload() : keys;
      if (keys == before) {
        throw e;
      }
      request = open(envelope, keys);
    }
    if (request.level().compareTo(least) < 0) {
      throw ProtectException.unprotected(least);
    }
    switch (admission.take(request.client() + "/" + request.nonce(), request.sealed())) {
      case TAKEN -> {}
      case COPY -> throw ProtectException.replayed();
      case FULL -> throw ProtectException.overloaded();
    }
    Bytes response = service.apply(request.message());
    return new Crossing(request.message(), response, seal(response, request, keys));
  }

  private RequestSeal open(Bytes octets, PortalKeys keys) {
    Received received = Received.read(octets);
    Seal.requireType(received.header(), RequestSeal.TYPE);
    if (!received.isEncrypted()) {
      return verified(Protection.SIGN, received, keys);
    }
    String kid = Seal.required(received.header(), "kid");
    if (!kid.equals(keys.newest().encryptionFingerprint())) {
      throw ProtectException.oldKey(kid);
    }
    Bytes signed = Seal.decrypt(received.envelope(), kid, keys.encryption());
    return verified(Protection.ENCRYPT, Received.read(signed), keys);
  }

  private RequestSeal verified(Protection level, Received signed, PortalKeys keys) {
    return RequestSeal.open(level, signed, keys.newest(), window, admission, clients);
  }

  private Bytes seal(Bytes response, RequestSeal request, PortalKeys keys) {
    KeyStatement portal = keys.newest();
    Map<String, Object> claims = AnswerSeal.claims(portal, window.now(), request.digest());
    RandomStream random = draws.next();
    Bytes signed = Seal.sign(response, claims, keys.signature(), portal.fingerprint(), random);
    return request.level() == Protection.SIGN
        ? signed
        : Seal.encrypt(
            signed,
            AnswerSeal.TYPE,
            new Jwe.Recipient(ProtectedClient.REPLY, Objects.requireNonNull(request.reply())),
            random);
  }
}
