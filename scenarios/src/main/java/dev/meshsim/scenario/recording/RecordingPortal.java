package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.sim.Reach;

/**
 * A portal of a scenario, whose exchanges are recorded; it may be away for a while, which its
 * machines ask.
 */
public final class RecordingPortal implements MeshPortal {

  private final Recording recording;
  private MeshPortalDirect portal;
  private Reach reach = Reach.BOTH_WAYS;

  public RecordingPortal(MeshPortalDirect portal, Recording recording) {
    this.portal = portal;
    this.recording = recording;
  }

  /**
   * From now on no response arrives.
   *
   * @param acts true if requests reach the portal
   */
  public void away(boolean acts) {
    reach = acts ? Reach.REQUESTS_ONLY : Reach.NOTHING;
  }

  /** How far messages get just now. */
  public Reach reach() {
    return reach;
  }

  /** From now on messages arrive again. */
  public void back() {
    reach = Reach.BOTH_WAYS;
  }

  /** Goes on with the portal that was opened after a restart; what was recorded stays. */
  public void restarted(MeshPortalDirect again) {
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
    recording.begin(domain(), portal.trace());
    portal.label(recording.label());
    return portal.exchange(request);
  }

  /** Closes the portal and its store. */
  public void close() {
    portal.close();
  }
}
