package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.Envelope;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.KnownKeys;
import dev.meshsim.protect.ProtectException;
import dev.meshsim.protect.ProtectedClient;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A portal whose messages are protected on the way: a decorator of {@link MeshPortal}. A connection
 * begins with a Hello, which gives the portal's keys and its challenge. The keys are remembered; a
 * change of them is accepted if the known keys have signed it. A refused envelope has had no
 * effect, so it is sent once more after a change of the keys or the challenge. Thread-safe.
 */
public final class ProtectedPortal implements MeshPortal {

  private final MeshPortal portal;
  private final ProtectedClient client;
  private final KeyPins pins;
  private final @Nullable String given;
  private volatile KeyQuery.@Nullable Contact known;

  /**
   * Protects the messages to a portal.
   *
   * @param machine the name of the machine that connects, for its random stream
   * @param level {@link Protection#SIGN} or {@link Protection#ENCRYPT}
   * @param pins the memory for the portal's keys
   * @param given the fingerprint of the portal's key, which then counts more than what is
   *     remembered; null to accept the key of the first contact
   */
  public ProtectedPortal(
      MeshPortal portal,
      World world,
      String machine,
      Protection level,
      KeyPins pins,
      @Nullable String given) {
    this.portal = portal;
    this.client = new ProtectedClient(world, machine, level);
    this.pins = pins;
    this.given = given;
  }

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  /**
   * Seals a request, sends it and opens the answer.
   *
   * @throws ProtectException if the portal's keys or its answer are not accepted
   */
  @Override
  public Bytes exchange(Bytes request) {
    KeyQuery.Contact contact = contact();
    ProtectedClient.Sent sent = client.seal(request, contact.keys(), contact.challenge());
    Bytes answer = portal.exchangeProtected(sent.envelope());
    MeshResponse refusal = plain(answer);
    if (refusal != null && refusal.status() == Status.CHALLENGE_REQUIRED) {
      KeyQuery.Contact now = learn();
      if (!now.equals(contact)) {
        sent = client.seal(request, now.keys(), now.challenge());
        answer = portal.exchangeProtected(sent.envelope());
        refusal = plain(answer);
      }
    }
    if (refusal != null) {
      throw ProtectException.refused(domain(), refusal.status(), refusal.statusDescription());
    }
    return client.open(answer, sent);
  }

  @Override
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Optional<Bytes> published(String path) {
    return portal.published(path);
  }

  /**
   * The keys of the portal that are in use; asks the portal for them at first contact.
   *
   * @throws ProtectException {@code protect.key-changed} if the known keys have not signed them,
   *     and as {@link KnownKeys#accept} does
   */
  public KeyStatement keys() {
    return contact().keys();
  }

  private KeyQuery.Contact contact() {
    KeyQuery.Contact contact = known;
    return contact == null ? learn() : contact;
  }

  private synchronized KeyQuery.Contact learn() {
    KeyQuery.Contact contact = KeyQuery.ask(portal, pins, given);
    known = contact;
    return contact;
  }

  /** The refusal of an envelope, which is JSON; null if the answer is anything else. */
  private @Nullable MeshResponse plain(Bytes answer) {
    if (Envelope.mayBe(answer)) {
      return null;
    }
    try {
      return MessageCodec.readResponse(dialect(), answer, Transaction.HELLO);
    } catch (MeshException e) {
      throw PortalException.badResponse(domain(), "a protected request", e);
    }
  }
}
