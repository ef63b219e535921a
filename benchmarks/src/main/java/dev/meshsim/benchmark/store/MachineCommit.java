package dev.meshsim.benchmark.store;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
 * Question: how long do each machine store's durable commit of an account, and its read of a
 * private key, take?
 *
 * <p>The stores are each other's peers; memory promises nothing and is the limit. Command: {@code
 * java -jar benchmarks/target/benchmarks.jar MachineCommit}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class MachineCommit {

  private static final int ACCOUNTS = 16;

  /** The kind of store. */
  @Param({"memory", "file", "registry", "h2"})
  public String store;

  private final RandomStream random = World.seeded(1).stream("benchmark", "store");
  private ScratchDirectory scratch;
  private MachineStore opened;
  private MachineRecord.Key key;
  private MachineRecord.Key other;
  private int number;

  /** Opens an empty store and puts a key into it. */
  @Setup
  public void prepare() throws IOException {
    scratch = new ScratchDirectory();
    opened =
        MachineStores.named(store).open(scratch.path().resolve("machine"), StoreMode.TEST, random);
    key = key();
    other = key();
    opened.commit(List.of(new MachineChange.Put(key)));
  }

  private MachineRecord.Key key() {
    PrivateJwk made = PrivateJwk.generate(KeySpec.ED25519, random);
    return new MachineRecord.Key(Dialect.MESH.fingerprint(made.publicJwk()), made);
  }

  /** One account, whose profile changes each time. */
  @Benchmark
  public MachineRecord commit() {
    number++;
    MachineRecord account =
        new MachineRecord.Account(
            "user" + number % ACCOUNTS + "@example.com",
            (number / ACCOUNTS % 2 == 0 ? key : other).udf());
    opened.commit(List.of(new MachineChange.Put(account)));
    return account;
  }

  /** A private key by its fingerprint. */
  @Benchmark
  public Optional<MachineRecord> readKey() {
    return opened.get(key.key());
  }

  /** All accounts. */
  @Benchmark
  public List<MachineRecord> listAccounts() {
    return opened.list(RecordKind.ACCOUNT);
  }

  /** Removes the store. */
  @TearDown
  public void remove() throws IOException {
    opened.close();
    scratch.close();
  }
}
