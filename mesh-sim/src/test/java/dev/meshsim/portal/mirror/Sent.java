package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import org.jspecify.annotations.Nullable;

/** Requests as octets, so that they may be wrong in any way. */
final class Sent {

  private Sent() {}

  /** The octets of a request; unsigned without a signer. */
  static Bytes octets(
      AuditedPortal scene,
      MeshRequest request,
      String account,
      String domain,
      String nonce,
      RequestEnvelope.@Nullable Signer signer) {
    Bytes plain = MessageCodec.write(Dialect.MESH, request);
    if (signer == null) {
      return plain;
    }
    String challenge = scene.client(scene.portal, account).hello().challenge();
    RequestClaims claims = new RequestClaims(account, domain, challenge, scene.world.now(), nonce);
    return RequestEnvelope.seal(Dialect.MESH, plain, claims, signer);
  }

  /** The answer to a Transfer. */
  static MeshResponse answer(MeshPortal portal, Bytes octets) {
    return MessageCodec.readResponse(Dialect.MESH, portal.exchange(octets), Transaction.TRANSFER);
  }
}
