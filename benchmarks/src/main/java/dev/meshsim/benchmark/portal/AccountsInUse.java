package dev.meshsim.benchmark.portal;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how much more does a request cost when all of N accounts are in use and signed, so that
 * no cache of the portal has room for them?
 *
 * <p>Each request is for the next account, in an order that returns to none before all were asked.
 * The rows with 1,000 accounts are the peers. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar AccountsInUse}; making 100,000 accounts takes minutes, so {@code
 * -p accounts=1000,100000} is a long run. Target: docs/performance.md 11.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx8g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class AccountsInUse {

  /** The accounts, each with a profile of its own. */
  @Param({"1000", "10000"})
  public int accounts;

  /** The portal's store. */
  @Param({"memory", "jlog", "h2"})
  public String store;

  private final List<OwnAccount> all = new ArrayList<>();
  private ScratchDirectory scratch;
  private SeededWorld world;
  private PortalStore opened;
  private int position;

  /** Makes the accounts. */
  @Setup
  public void prepare() throws IOException {
    scratch = new ScratchDirectory();
    world = World.seeded(1);
    opened = PortalStores.named(store).open(scratch.path(), world, line -> {});
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", opened);
    portal.trace().stop();
    MeshSession maker = new MeshSession(new MeshMachineCached(world, "maker"), portal);
    for (int i = 0; i < accounts; i++) {
      String name = String.format(Locale.ROOT, "user%06d@example.com", i);
      all.add(new OwnAccount(world, portal, maker, name));
    }
  }

  private OwnAccount next() {
    world.advance(Duration.ofSeconds(1));
    position = (position + 1) % accounts;
    return all.get(position);
  }

  /** Get by account, not signed. */
  @Benchmark
  public SignedPersonalProfile get() {
    return next().client().personalProfile();
  }

  /** Publish of the next version. */
  @Benchmark
  public SignedPersonalProfile publish() {
    return next().publish();
  }

  /** Removes the store. */
  @TearDown
  public void remove() throws IOException {
    opened.close();
    scratch.close();
  }
}
