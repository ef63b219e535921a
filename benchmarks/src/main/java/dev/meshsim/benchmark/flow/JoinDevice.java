package dev.meshsim.benchmark.flow;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
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
 * Question: how much more does it take to add a device to an account that has 400 devices than to
 * one that has 10?
 *
 * <p>A device asks, the administrator accepts, the device reads the answer. Each iteration adds one
 * device, so an account that begins with 10 has 50 at the end; the row with 10 is the peer.
 * Command: {@code java -jar benchmarks/target/benchmarks.jar JoinDevice}. Target:
 * docs/performance.md 17.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class JoinDevice {

  private static final String ALICE = "alice@example.com";

  /** The devices before. */
  @Param({"10", "400"})
  public int devices;

  private World world;
  private MeshPortalDirect portal;
  private PersonalSession alice;
  private int number;

  /** Makes the account and its devices. */
  @Setup
  public void prepare() {
    world = World.seeded(1);
    portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    portal.trace().stop();
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    alice =
        desktop.createAccount(ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));
    for (int i = 1; i < devices; i++) {
      join();
    }
  }

  /** One device more. */
  @Benchmark
  public PersonalSession join() {
    number++;
    MeshSession machine =
        new MeshSession(new MeshMachineCached(world, "machine-" + number), portal);
    ConnectionAttempt attempt = machine.connect(machine.createDevice(), ALICE);
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    return attempt.await(code);
  }
}
