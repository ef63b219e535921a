package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.KnownKeys;
import dev.meshsim.protect.ProtectException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Hello that asks for the portal's keys, which are accepted and remembered. */
final class KeyQuery {

  private KeyQuery() {}

  /**
   * The answer of a portal.
   *
   * @param keys the accepted statement of its keys
   * @param challenge the challenge of the Hello
   */
  record Contact(KeyStatement keys, String challenge) {}

  /**
   * Asks a portal for its keys.
   *
   * @param pins the memory for the portal's keys
   * @param given a fingerprint that counts more than what is remembered; null for none
   * @throws ProtectException as {@link KnownKeys#accept} does
   */
  static Contact ask(MeshPortal portal, KeyPins pins, @Nullable String given) {
    String name = AccountName.domain(portal.domain());
    KeyStatement before = pins.pinned(name).map(KeyStatement::read).orElse(null);
    HelloResponse hello = hello(portal);
    List<Bytes> shown = Objects.requireNonNull(hello.portalKeys());
    KeyStatement accepted = KnownKeys.accept(name, shown, before, given);
    if (before == null || !accepted.equals(before)) {
      pins.pin(name, accepted.text(), earlier(accepted, shown, before, pins.earlier(name)));
    }
    return new Contact(accepted, PortalChallenge.checked(portal, hello.challenge()));
  }

  /**
   * The statements before the accepted one that lead to it: those that the portal shows, and behind
   * the one that was accepted before, those that were remembered with it.
   */
  private static List<Bytes> earlier(
      KeyStatement accepted,
      List<Bytes> shown,
      @Nullable KeyStatement before,
      List<Bytes> remembered) {
    List<Bytes> earlier = new ArrayList<>();
    KeyStatement last = accepted;
    for (Bytes text : shown.subList(1, shown.size())) {
      KeyStatement read = KeyStatement.read(text);
      if (!last.follows(read)) {
        return earlier;
      }
      earlier.add(text);
      last = read;
      if (before != null && read.equals(before)) {
        earlier.addAll(remembered);
        break;
      }
    }
    return earlier.subList(0, Math.min(earlier.size(), KnownKeys.MOST_STATEMENTS - 1));
  }

  /** A Hello with the portal's keys. */
  private static HelloResponse hello(MeshPortal portal) {
    Dialect dialect = portal.dialect();
    boolean extended = dialect == Dialect.PORTAL_2017;
    HelloRequest hello = new HelloRequest(extended ? Boolean.TRUE : null, true);
    MeshResponse response =
        MessageCodec.readResponse(
            dialect, portal.exchange(MessageCodec.write(dialect, hello)), Transaction.HELLO);
    if (response instanceof HelloResponse shown && shown.portalKeys() != null) {
      return shown;
    }
    throw ProtectException.noKeys(AccountName.domain(portal.domain()));
  }
}
