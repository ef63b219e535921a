package dev.meshsim.benchmark.log;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessJournal;
import dev.meshsim.transparency.witness.WitnessStore;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Question: how many checkpoints of 1,000 logs does a witness cosign in a second, with its state in
 * a file that is forced before each answer, and in memory?
 *
 * <p>16 threads ask, as a server's do; their lines are forced together. Command: {@code taskset -c
 * 0 java -jar benchmarks/target/benchmarks.jar WitnessCosigns}. Aim: 2,000 a second on one core;
 * docs/performance.md, "The verifiable log".
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@Threads(16)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class WitnessCosigns {

  private static final int LOGS = 1000;
  private static final int SIZES = 60;

  /** Where the witness keeps its state. */
  @Param({"file", "memory"})
  public String state;

  private final World world = World.seeded(1);
  private final NoteSigner signer = signer("witness.example/w1", KeyType.COSIGNATURE);
  private final List<NoteKey> keys = new ArrayList<>();
  private final List<Bytes> requests = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private ScratchDirectory scratch;
  private WitnessStore store;
  private Witness witness;

  private NoteSigner signer(String name, KeyType type) {
    PrivateJwk secret = PrivateJwk.generate(KeySpec.ED25519, world.stream("benchmark", name));
    return new NoteSigner(name, type, secret, world.stream("benchmark", "notes"));
  }

  /** Signs the checkpoints of all logs, each a record longer than the one before. */
  @Setup
  public void prepare() {
    TreeHasher hasher = new TreeHasher();
    List<Bytes> leaves = new ArrayList<>();
    for (int i = 0; i < SIZES; i++) {
      leaves.add(hasher.leaf(Bytes.utf8("record " + i)));
    }
    GrowingTree tree = new GrowingTree(leaves);
    List<NoteSigner> logs = new ArrayList<>();
    for (int log = 0; log < LOGS; log++) {
      logs.add(signer("log" + log + ".example", KeyType.ED25519));
      keys.add(logs.get(log).key());
    }
    for (int size = 1; size <= SIZES; size++) {
      TreeHead head = new TreeHead(size, tree.root(size));
      List<Bytes> proof = tree.proof(size - 1, size);
      for (NoteSigner log : logs) {
        String text = new Checkpoint(log.key().name(), head).text();
        requests.add(new AddCheckpoint(size - 1, proof, log.sign(text)).octets());
      }
    }
  }

  /** A witness that has cosigned nothing. */
  @Setup(Level.Iteration)
  public void begin() throws IOException {
    scratch = new ScratchDirectory();
    if (state.equals("file")) {
      Path file = scratch.path().resolve("witness.jsonl");
      WitnessJournal.create(file, signer.key(), DurableFiles.real());
      store = WitnessJournal.open(file, signer.key(), DurableFiles.real());
    } else {
      store = new MemoryWitnessStore();
    }
    witness = new Witness(world, signer, store, keys, evidence -> {});
    next.set(0);
  }

  /** Removes it. */
  @TearDown(Level.Iteration)
  public void end() throws IOException {
    store.close();
    scratch.close();
  }

  /** One checkpoint. */
  @Benchmark
  public WitnessAnswer cosign() {
    int n = next.getAndIncrement();
    if (n >= requests.size()) {
      throw new IllegalStateException("all checkpoints are cosigned; make more of them");
    }
    return witness.add(requests.get(n));
  }
}
