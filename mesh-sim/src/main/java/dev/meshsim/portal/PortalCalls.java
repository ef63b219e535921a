package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.TokenScan;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.world.World;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sending of requests to one portal, and the reading of its responses. A signed request names
 * the portal's challenge, and is signed again with a new one if the portal refuses it.
 */
final class PortalCalls {

  private static final int NONCE_OCTETS = 16;

  /** The most members and elements of a response; a hostile one could have millions. */
  private static final int RESPONSE_PARTS = 400_000;

  private static final int MOST_ATTEMPTS = 3;

  private final World world;
  private final String machine;
  private final MeshPortal portal;
  private final AccountName account;
  private final PortalChallenge challenge;

  PortalCalls(
      World world,
      String machine,
      MeshPortal portal,
      AccountName account,
      PortalChallenge challenge) {
    this.world = world;
    this.machine = machine;
    this.portal = portal;
    this.account = account;
    this.challenge = challenge;
  }

  /** Sends a request that nobody signs. */
  <T extends MeshResponse> T call(MeshRequest request, Class<T> type) {
    Transaction transaction = Transaction.of(request);
    Bytes octets = MessageCodec.write(portal.dialect(), portal.encoding(), request);
    return success(transaction, exchange(transaction, octets), type);
  }

  /**
   * Signs and sends a request; after a refusal of its challenge again, with a new one.
   *
   * @param hello asks the portal for its challenge
   */
  <T extends MeshResponse> T call(
      MeshRequest request,
      RequestEnvelope.Signer signer,
      Supplier<@Nullable String> hello,
      Class<T> type) {
    Transaction transaction = Transaction.of(request);
    Bytes octets = MessageCodec.write(portal.dialect(), request);
    for (int attempt = 1; ; attempt++) {
      String given = challenge.of(portal, hello);
      MeshResponse response = exchange(transaction, seal(octets, given, signer));
      if (response.status() != Status.CHALLENGE_REQUIRED || attempt == MOST_ATTEMPTS) {
        return success(transaction, response, type);
      }
      challenge.forget(portal, given);
    }
  }

  private Bytes seal(Bytes request, String given, RequestEnvelope.Signer signer) {
    String nonce = Bytes.of(world.stream(machine, "request nonce").bytes(NONCE_OCTETS)).base64Url();
    return RequestEnvelope.seal(
        portal.dialect(),
        portal.encoding(),
        request,
        new RequestClaims(account.toString(), portal.domain(), given, world.now(), nonce),
        signer);
  }

  private MeshResponse exchange(Transaction transaction, Bytes octets) {
    return read(reach(octets), transaction);
  }

  /** The octets of the response; a transport may fail in any way. */
  private Bytes reach(Bytes octets) {
    try {
      return portal.exchange(portal.encoding(), octets);
    } catch (MeshException e) {
      throw e;
    } catch (RuntimeException e) {
      throw PortalException.unreachable(portal.domain(), e);
    }
  }

  private <T extends MeshResponse> T success(
      Transaction transaction, MeshResponse response, Class<T> type) {
    if (Status.isSuccess(response.status()) && !type.isInstance(response)) {
      throw PortalException.noResult(portal.domain(), transaction.wireName(), response.status());
    }
    if (!Status.isSuccess(response.status())) {
      throw new PortalRefusedException(transaction.wireName(), response);
    }
    return type.cast(response);
  }

  private MeshResponse read(Bytes response, Transaction transaction) {
    try {
      Encoding encoding = portal.encoding();
      if (encoding == Encoding.JSON) {
        TokenScan.requireAtMost(RESPONSE_PARTS, response);
      } else {
        BinaryJson.requireAtMost(RESPONSE_PARTS, encoding, response);
      }
      return MessageCodec.readResponse(portal.dialect(), encoding, response, transaction);
    } catch (MeshException e) {
      throw PortalException.badResponse(portal.domain(), transaction.wireName(), e);
    }
  }
}
