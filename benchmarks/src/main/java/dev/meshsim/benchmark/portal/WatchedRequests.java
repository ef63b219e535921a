package dev.meshsim.benchmark.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how much longer does a machine take to fetch its profile when it checks the portal's
 * log, beside a portal without one?
 *
 * <p>The session asks a direct portal with 100 or 1,000 accounts for the profile that it has. With
 * a log, the portal proves that the record is the latest of its key, and the machine verifies the
 * checkpoint's signature and the paths. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * WatchedRequests}. Aim: watched / plain at most 1.3; docs/performance.md does not judge it yet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class WatchedRequests {

  /** How many accounts the portal has. */
  @Param({"100", "1000"})
  public int accounts;

  private PersonalSession plain;
  private PersonalSession watched;

  /** Makes the portals and their accounts. */
  @Setup
  public void prepare() {
    plain = session(PortalPolicy.DEFAULT);
    watched = session(PortalPolicy.DEFAULT.withCheckpoints(CheckpointPolicy.USUAL));
  }

  private PersonalSession session(PortalPolicy policy) {
    SeededWorld world = World.seeded(1);
    MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", Dialect.MESH, new MemoryPortalStore(), policy);
    portal.trace().stop();
    PersonalSession last = null;
    for (int i = 0; i < accounts; i++) {
      MeshSession maker = new MeshSession(new MeshMachineCached(world, "machine" + i), portal);
      PersonalProfile profile = new PersonalProfile(maker.createDevice().deviceProfile());
      last = maker.createAccount("user" + i + "@example.com", profile);
    }
    if (last == null) {
      throw new IllegalStateException("there is an account");
    }
    world.advance(CheckpointPolicy.USUAL.interval());
    last.refresh();
    return last;
  }

  /** At a portal without a log. */
  @Benchmark
  public VerifiedPersonalProfile plain() {
    return plain.refresh();
  }

  /** At one that makes checkpoints. */
  @Benchmark
  public VerifiedPersonalProfile watched() {
    return watched.refresh();
  }
}
