package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.sim.PortalCrashes;
import dev.meshsim.sim.Reach;
import dev.meshsim.sim.disk.SimulatedCrash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * A portal of a scenario, whose exchanges are recorded; it may be away for a while, which its
 * machines ask.
 */
public final class RecordingPortal implements MeshPortal {

  private final Recording recording;
  private final PortalLink.Way way;
  private final PortalCrashes crashes;
  private final BooleanSupplier isDown;
  private final Runnable restart;
  private volatile MeshPortalDirect portal;
  private Reach reach = Reach.BOTH_WAYS;

  /**
   * Records the exchanges of a portal that is not away.
   *
   * @param link between its machines and the portal
   * @param crashes wait for its requests
   * @param isDown true after its disk has ended its program
   * @param restart starts it again
   */
  public RecordingPortal(
      MeshPortalDirect portal,
      Recording recording,
      PortalLink link,
      PortalCrashes crashes,
      BooleanSupplier isDown,
      Runnable restart) {
    this.portal = portal;
    this.recording = recording;
    this.way = link.to(new Present());
    this.crashes = crashes;
    this.isDown = isDown;
    this.restart = restart;
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
    public boolean keepsLog() {
      return portal.keepsLog();
    }

    @Override
    public Bytes exchange(Bytes request) {
      return portal.exchange(request);
    }

    @Override
    public Bytes exchange(Encoding encoding, Bytes request) {
      return portal.exchange(encoding, request);
    }

    @Override
    public Bytes exchangeProtected(Bytes envelope) {
      return portal.exchangeProtected(envelope);
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

  /** True if somebody else runs the portal, so that it goes on when the scenario has ended. */
  public boolean isElsewhere() {
    return way.elsewhere();
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
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Optional<Bytes> published(String path) {
    return portal.published(path);
  }

  /**
   * Does what is due besides the requests. A failure ends that and is the portal's own; a program
   * that is killed meanwhile starts again.
   *
   * @return true if all went well
   */
  public boolean tend(Executor executor) {
    boolean done = false;
    boolean killed = false;
    try {
      portal.tend(executor);
      done = true;
    } catch (SimulatedCrash e) {
      killed = true;
    } catch (MeshException e) {
      // It is tended again soon.
    }
    if (killed || isDown.getAsBoolean()) {
      startAgain();
      return false;
    }
    return done;
  }

  private void startAgain() {
    try {
      restart.run();
    } catch (MeshException e) {
      // It stays down until somebody starts it.
    }
  }

  @Override
  public Bytes exchange(Bytes request) {
    recording.begin(domain(), portal.trace());
    portal.label(recording.label());
    Optional<Bytes> response = answer(request);
    if (response.isEmpty()) {
      recording.broken();
      restart.run();
      throw new UncheckedIOException(new IOException("the portal was killed while it acted"));
    }
    if (way.elsewhere()) {
      Encoding encoding = way.portal().encoding();
      portal.trace().add(encoding, sent(encoding, request), sent(encoding, response.get()));
    }
    recording.ended(portal.trace());
    return response.get();
  }

  /** The octets that JSON travels as; what cannot be translated travels as it is. */
  private static Bytes sent(Encoding encoding, Bytes json) {
    try {
      return BinaryJson.fromJson(encoding, json);
    } catch (MeshException e) {
      return json;
    }
  }

  /**
   * The portal's answer; empty if its program was killed. Its store may take that for a failure of
   * its own and answer, or fail, and nobody can be told of either.
   */
  private Optional<Bytes> answer(Bytes request) {
    try {
      Bytes response = crashes.during(() -> way.portal().exchange(request));
      return isDown.getAsBoolean() ? Optional.empty() : Optional.of(response);
    } catch (SimulatedCrash e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      if (isDown.getAsBoolean()) {
        return Optional.empty();
      }
      recording.failed(portal.trace());
      throw e;
    }
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
