package dev.meshsim.scenario.recording;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.report.StepResult;
import dev.meshsim.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first request of a case to which a portal elsewhere gave no answer: a process of it may have
 * ended, and nobody knows whether the request was acted on. What the case shows from then on is
 * nothing about the portal's rules. Thread-safe.
 */
public final class Unanswered {

  private static final String WORDS = "a request had no answer: ";

  private @Nullable String first;

  /** The given link, whose requests to portals elsewhere are watched. */
  public PortalLink over(PortalLink link) {
    return new PortalLink() {
      @Override
      public Way to(MeshPortal portal) {
        return watched(link.to(portal));
      }

      @Override
      public Way to(MeshPortal portal, World world) {
        return watched(link.to(portal, world));
      }
    };
  }

  private PortalLink.Way watched(PortalLink.Way way) {
    return way.elsewhere() ? new PortalLink.Way(new Watched(way.portal()), way.end(), true) : way;
  }

  private synchronized void note(PortalException failure) {
    if (first == null && failure.errorCode() == PortalException.Code.UNREACHABLE) {
      first = WORDS + failure.problem();
    }
  }

  /** Why a case is undecided from now on; empty while every request had an answer. */
  public synchronized Optional<String> reason() {
    return Optional.ofNullable(first);
  }

  /** True if a step is undecided since a request had no answer. */
  public static boolean isReasonOf(StepResult step) {
    return step.explanation().filter(text -> text.startsWith(WORDS)).isPresent();
  }

  private final class Watched implements MeshPortal {

    private final MeshPortal portal;

    Watched(MeshPortal portal) {
      this.portal = portal;
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
    public Encoding encoding() {
      return portal.encoding();
    }

    @Override
    public boolean keepsLog() {
      return portal.keepsLog();
    }

    @Override
    public Optional<Bytes> published(String path) {
      return portal.published(path);
    }

    @Override
    public Bytes exchange(Bytes request) {
      try {
        return portal.exchange(request);
      } catch (PortalException e) {
        note(e);
        throw e;
      }
    }
  }
}
