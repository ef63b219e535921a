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
  private final PortalLink.Way way;
  private volatile MeshPortalDirect portal;
  private Reach reach = Reach.BOTH_WAYS;

  /**
   * Records the exchanges of a portal.
   *
   * @param link between its machines and the portal
   */
  public RecordingPortal(MeshPortalDirect portal, Recording recording, PortalLink link) {
    this.portal = portal;
    this.recording = recording;
    this.way = link.to(new Present());
  }

  /** The portal that is open just now, at the end of the way. */
  private final class Present implements MeshPortal {

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
      return portal.exchange(request);
    }
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
    Bytes response = way.portal().exchange(request);
    if (way.elsewhere()) {
      portal.trace().add(request, response);
    }
    return response;
  }

  /** Closes the portal and its store. */
  public void close() {
    portal.close();
  }

  /** Closes the portal for good, and the way to it. */
  public void end() {
    way.end().run();
    close();
  }
}
