package dev.meshsim.benchmark.flow;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does it take to make a population of machines, from the first call of a new
 * JVM on, with devices only and with accounts that are in use, beside the bare keys of the devices?
 *
 * <p>All processors work. A full machine has a device, an account and an application that it
 * updates and reads. The first iteration of a fork is the cold one, so there is no warm-up.
 * Command: {@code java -jar benchmarks/target/benchmarks.jar Populations}; {@code -p machines=1000}
 * is quicker. Targets: docs/performance.md 12 and 18.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(value = 3, jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // JMH sets the parameter
public class Populations {

  /** The machines. */
  @Param("10000")
  public int machines;

  private MeshPortalDirect portal(World world) {
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    portal.trace().stop();
    return portal;
  }

  /** Machines with one device each. */
  @Benchmark
  public long devices() {
    World world = World.seeded(1);
    MeshPortalDirect portal = portal(world);
    return IntStream.range(0, machines)
        .parallel()
        .mapToObj(i -> new MeshSession(new MeshMachineCached(world, "m" + i), portal))
        .filter(session -> !session.createDevice().udf().text().isEmpty())
        .count();
  }

  /** The keys of such devices: two for signatures, one for encryption. */
  @Benchmark
  public long bareKeys() {
    World world = World.seeded(1);
    return IntStream.range(0, machines)
        .parallel()
        .filter(
            i -> {
              RandomStream random = world.stream("m" + i, "keys");
              PrivateJwk.generate(KeySpec.ED25519, random).publicJwk();
              PrivateJwk.generate(KeySpec.ED25519, random).publicJwk();
              return PrivateJwk.generate(KeySpec.X25519, random).publicJwk() != null;
            })
        .count();
  }

  /** Machines with an account and an application. */
  @Benchmark
  public long full() {
    World world = World.seeded(1);
    MeshPortalDirect portal = portal(world);
    return IntStream.range(0, machines).parallel().filter(i -> used(world, portal, i)).count();
  }

  private static boolean used(World world, MeshPortalDirect portal, int number) {
    MeshSession session = new MeshSession(new MeshMachineCached(world, "m" + number), portal);
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession person = session.createAccount("user" + number + "@example.com", profile);
    PasswordProfile passwords = new PasswordProfile(true);
    var application = person.add(passwords, false);
    passwords.put("example.com", "user", "secret");
    application.update();
    return person
        .application(application.udf().text())
        .passwordProfile()
        .get("example.com")
        .isPresent();
  }
}
