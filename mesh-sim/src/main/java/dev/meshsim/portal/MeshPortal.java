package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;

/** How a client reaches a portal (developer-08 section 6.1). */
public interface MeshPortal {

  /** The domain that the portal's accounts end with. */
  String domain();

  /** What messages are written in; {@link Dialect#MESH} unless a portal says otherwise. */
  default Dialect dialect() {
    return Dialect.MESH;
  }

  /**
   * Sends a request and waits for the response.
   *
   * @param request JSON, as {@link dev.meshsim.protocol.MessageCodec} writes it, or an envelope
   * @return JSON; a refusal is a response too
   */
  Bytes exchange(Bytes request);

  /**
   * The portal that a session without one of its own uses (developer-08 section 6.3).
   *
   * @throws PortalException if none has been set
   */
  static MeshPortal getDefault() {
    return DefaultPortal.get();
  }

  /** Sets the portal that a session without one of its own uses. */
  static void setDefault(MeshPortal portal) {
    DefaultPortal.set(portal);
  }
}
