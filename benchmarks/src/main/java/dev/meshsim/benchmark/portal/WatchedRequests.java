package dev.meshsim.benchmark.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnections;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how much longer does a request of a session take when it checks the portal's log,
 * beside a portal without one?
 *
 * <p>watched and plain fetch the profile that the machine has, which is not signed: with a log, the
 * portal proves that the record is the latest of its key, and the machine verifies the checkpoint
 * and the paths. signedWatched and signedPlain list the pending requests, which an administrator
 * signs: with a log, she names the checkpoint that she has seen. The portal has 100 accounts and is
 * in the same process, or a server at 127.0.0.1 in it. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar WatchedRequests}. Aim over HTTP: watched / plain and
 * signedWatched / signedPlain at most 1.3; docs/performance.md, "The verifiable log".
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class WatchedRequests {

  private static final int ACCOUNTS = 100;
  private static final Duration STEP = Duration.ofMillis(100);

  /** Where the portal is: in this process, or behind a server at 127.0.0.1. */
  @Param({"direct", "http"})
  public String way;

  private PortalConnections connections;
  private Side plain;
  private Side watched;

  /** A portal with its server, and the session of one of its accounts. */
  private final class Side {

    private final SeededWorld world = World.seeded(1);
    private final MeshPortalDirect portal;
    private final @Nullable PortalServer server;
    private final PersonalSession session;

    Side(PortalPolicy policy) {
      portal =
          MeshPortalDirect.open(
              world, "example.com", Dialect.MESH, new MemoryPortalStore(), policy);
      portal.trace().stop();
      MeshMachine last = null;
      for (int i = 0; i < ACCOUNTS; i++) {
        last = new MeshMachineCached(world, "machine" + i);
        MeshSession maker = new MeshSession(last, portal);
        PersonalProfile profile = new PersonalProfile(maker.createDevice().deviceProfile());
        maker.createAccount("user" + i + "@example.com", profile);
      }
      if (last == null) {
        throw new IllegalStateException("there is an account");
      }
      world.advance(CheckpointPolicy.USUAL.interval());
      MeshPortal reached = portal;
      if (way.equals("http")) {
        server = PortalServer.start(portal, ServerSettings.loopback(ServerLimits.DEFAULT));
        reached = MeshPortalRemote.at(server.address(), "example.com", Dialect.MESH, connections);
      } else {
        server = null;
      }
      session =
          new MeshSession(last, reached).personalSession("user" + (ACCOUNTS - 1) + "@example.com");
      session.refresh();
    }

    PendingConnections pending() {
      // A portal remembers signed requests for some minutes.
      world.advance(STEP);
      return session.connectPending();
    }

    void close() {
      if (server != null) {
        server.close();
      }
      portal.close();
    }
  }

  /** Makes the portals and their accounts. */
  @Setup
  public void prepare() {
    connections = PortalConnections.open();
    plain = new Side(PortalPolicy.DEFAULT);
    watched = new Side(PortalPolicy.DEFAULT.withCheckpoints(CheckpointPolicy.USUAL));
  }

  /** Stops the servers. */
  @TearDown
  public void end() {
    plain.close();
    watched.close();
    connections.close();
  }

  /** A Get at a portal without a log. */
  @Benchmark
  public VerifiedPersonalProfile plain() {
    return plain.session.refresh();
  }

  /** A Get at one that makes checkpoints, with proofs. */
  @Benchmark
  public VerifiedPersonalProfile watched() {
    return watched.session.refresh();
  }

  /** A signed ConnectPending at a portal without a log. */
  @Benchmark
  public PendingConnections signedPlain() {
    return plain.pending();
  }

  /** A signed ConnectPending at one that makes checkpoints, which names the last one. */
  @Benchmark
  public PendingConnections signedWatched() {
    return watched.pending();
  }
}
