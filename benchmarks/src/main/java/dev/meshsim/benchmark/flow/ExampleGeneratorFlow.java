package dev.meshsim.benchmark.flow;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does the whole flow of ExampleGenerator take, developer-08 section 6.3 to
 * 6.10, all machines and the portal in memory?
 *
 * <p>The reference implementation takes 24 to 31 seconds for it (on Mono, with RSA). The other
 * method does no more than create the account, for the share of the rest. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar ExampleGeneratorFlow}. Target: docs/performance.md 19.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ExampleGeneratorFlow {

  private static final String ALICE = "alice@example.com";

  private long seed;

  private MeshSession machine(World world, MeshPortalDirect portal, String name) {
    return new MeshSession(new MeshMachineCached(world, name), portal);
  }

  /** Everything, in a world of its own. */
  @Benchmark
  public PersonalSession whole() {
    seed++;
    World world = World.seeded(seed);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession desktop = machine(world, portal, "desktop");
    desktop.validate(ALICE);
    PersonalProfile profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    PersonalSession alice = desktop.createAccount(ALICE, profile);
    OfflineEscrowEntry escrow = new OfflineEscrowEntry(profile, 2, 4);
    alice.escrow(escrow);
    alice.delete();
    alice =
        desktop.recover(new Secret(escrow.keyShares().get(0), escrow.keyShares().get(2)), ALICE);
    MeshSession ring = machine(world, portal, "ring");
    DeviceRegistration device = ring.createDevice();
    ConnectionAttempt attempt = ring.connect(device, ALICE);
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession onRing = attempt.await(code);
    PasswordProfile passwords = new PasswordProfile(true);
    var application = alice.add(passwords, false);
    application.addDevice(device.udf(), false);
    passwords.put("example.com", "alice", "secret");
    application.update();
    onRing.application(application.udf().text()).passwordProfile();
    return onRing;
  }

  /** The account only. */
  @Benchmark
  public PersonalSession createAccount() {
    seed++;
    World world = World.seeded(seed);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession desktop = machine(world, portal, "desktop");
    return desktop.createAccount(
        ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));
  }
}
