package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.udf.Udf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Connects the device that asks to the portal's own profile: it gets that profile in place of the
 * account's, its request stays with the portal, and the portal accepts it itself.
 */
final class TakeOver implements Lie {

  private final Map<Udf, SignedConnectionRequest> kept = new HashMap<>();

  @Override
  public Optional<Bytes> tell(Asked asked) {
    if (asked.request() instanceof ConnectStartRequest start) {
      kept.put(start.signedRequest().identifier(), start.signedRequest());
      return asked.acknowledges();
    }
    if (asked.request() instanceof ConnectStatusRequest status) {
      return ConnectionLies.device(status)
          .map(kept::get)
          .flatMap(
              request ->
                  ConnectionLies.answers(
                      asked,
                      ConnectionLies.accepts(
                          asked,
                          request,
                          asked.impostor().takeIn(content(asked, request).device()))));
    }
    return ProfileLies.anothers(asked);
  }

  private static ConnectionRequest content(Asked asked, SignedConnectionRequest signed) {
    return asked.dialect().json().read(signed.signedData().payload(), ConnectionRequest.class);
  }
}
