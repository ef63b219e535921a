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
  private boolean away;

  RecordingPortal(MeshPortalDirect portal, Recording recording) {
    this.portal = portal;
    this.recording = recording;
  }

  /** Whether no request reaches the portal from now on. */
  void away(boolean now) {
    away = now;
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
    if (away) {
      throw new UncheckedIOException(new IOException("the portal is away"));
    }
    recording.begin(domain(), portal.trace());
    portal.label(recording.label());
    return portal.exchange(request);
  }

  /** Closes the portal and its store. */
  void close() {
    portal.close();
  }
}
