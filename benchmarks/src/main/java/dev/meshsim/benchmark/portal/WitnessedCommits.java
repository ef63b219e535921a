package dev.meshsim.benchmark.portal;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.service.WitnessLink;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how fast are records appended to a portal whose log three witnesses cosign, beside one
 * whose log has none?
 *
 * <p>A checkpoint is made after 1,000 records or a second; the witnesses are asked by another
 * thread, as portal serve does. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * WitnessedCommits}. Aim: three / none at least 0.95; docs/performance.md, "The verifiable log".
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
@Threads(8)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class WitnessedCommits {

  private static final Bytes TEXT = Bytes.utf8("{\"Account\":{\"a\":\"" + "x".repeat(300) + "\"}}");
  private static final String DOMAIN = "example.com";

  /** How many witnesses cosign. */
  @Param({"0", "3"})
  public int witnesses;

  private final World world = World.system();
  private final AtomicLong next = new AtomicLong();
  private ScratchDirectory scratch;
  private PortalStore store;
  private PortalLog log;
  private ScheduledExecutorService rounds;

  /** Opens an empty log. */
  @Setup
  public void open() throws IOException {
    scratch = new ScratchDirectory();
    store = PortalStores.named("jlog").open(scratch.path(), world, line -> {});
    PortalKeyring keys = new PortalKeyring(world, DOMAIN, store);
    CheckpointPolicy due = new CheckpointPolicy(1000, Duration.ofSeconds(1));
    log =
        witnesses == 0
            ? new PortalLog(world, DOMAIN, store, keys::logSigner, due)
            : new PortalLog(world, DOMAIN, store, keys::logSigner, due, partners(keys));
    rounds = Executors.newSingleThreadScheduledExecutor();
    rounds.scheduleWithFixedDelay(() -> log.tend(Runnable::run), 100, 1000, TimeUnit.MILLISECONDS);
  }

  private LogPartners partners(PortalKeyring keys) {
    List<WitnessPolicy.Party> parties = new ArrayList<>();
    List<WitnessLink> links = new ArrayList<>();
    for (int n = 0; n < witnesses; n++) {
      String name = "witness.example/w" + n;
      PrivateJwk secret = PrivateJwk.generate(KeySpec.ED25519, world.stream("benchmark", name));
      NoteSigner signer =
          new NoteSigner(name, KeyType.COSIGNATURE, secret, world.stream("benchmark", "notes"));
      Witness witness =
          new Witness(
              world,
              signer,
              new MemoryWitnessStore(),
              List.of(keys.logSigner().key()),
              evidence -> {});
      parties.add(new WitnessPolicy.Party(name, signer.key(), Optional.empty()));
      links.add(new WitnessLink(signer.key(), witness));
    }
    return new LogPartners(
        WitnessPolicy.of(2, parties),
        links,
        LogPartners.USUAL_REFRESH,
        List.of(),
        LogPartners.USUAL_EXCHANGE,
        line -> {
          throw new IllegalStateException(line);
        });
  }

  /** One record, durable, and a checkpoint if one is due. */
  @Benchmark
  public long append() {
    long number = next.incrementAndGet();
    Change change =
        Change.create(LogName.PORTAL, "Account$" + number, List.of(), TEXT, world.now());
    store.transact(
        tx -> {
          tx.put(change);
          return true;
        });
    log.makeIfDue();
    return number;
  }

  /** Removes the log. */
  @TearDown
  public void close() throws IOException {
    rounds.shutdownNow();
    store.close();
    scratch.close();
  }
}
