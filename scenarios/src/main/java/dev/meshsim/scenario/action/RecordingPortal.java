package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A portal of a scenario, whose exchanges are recorded, and which may be away for a while. */
final class RecordingPortal implements MeshPortal {

  private final Recording recording;
  private MeshPortalDirect portal;
  private Reach reach = Reach.BOTH_WAYS;

  /** How far messages get. */
  private enum Reach {
    BOTH_WAYS,
    REQUESTS_ONLY,
    NOTHING
  }

  RecordingPortal(MeshPortalDirect portal, Recording recording) {
    this.portal = portal;
    this.recording = recording;
  }

  /**
   * From now on no response arrives.
   *
   * @param acts true if requests reach the portal
   */
  void away(boolean acts) {
    reach = acts ? Reach.REQUESTS_ONLY : Reach.NOTHING;
  }

  /** From now on messages arrive again. */
  void back() {
    reach = Reach.BOTH_WAYS;
  }

  /** Goes on with the portal that was opened after a restart; what was recorded stays. */
  void restarted(MeshPortalDirect again) {
    portal = again;
  }

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  @Override
  public Bytes exchange(Bytes request) {
    if (reach == Reach.NOTHING) {
      throw new UncheckedIOException(new IOException("the portal is away"));
    }
    recording.begin(domain(), portal.trace());
    portal.label(recording.label());
    Bytes response = portal.exchange(request);
    if (reach == Reach.REQUESTS_ONLY) {
      throw new UncheckedIOException(new IOException("the portal's responses do not arrive"));
    }
    return response;
  }

  /** Closes the portal and its store. */
  void close() {
    portal.close();
  }
}
