package dev.meshsim.benchmark.log;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.log.LargeLog;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Question: how fast does a portal open its logs, compared with a parser that only reads these
 * files token by token?
 *
 * <p>Opening checks every line, finds keys, terms and offsets, and builds the index. Command:
 * {@code java -jar benchmarks/target/benchmarks.jar OpenLog}. Target: docs/performance.md 15.
 */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
public class OpenLog {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(Long.MAX_VALUE)
                  .maxTokenCount(Long.MAX_VALUE)
                  .build())
          .build();

  /** The accounts in the logs: two records and about 2,200 octets each. */
  @Param("50000")
  public int accounts;

  private ScratchDirectory scratch;

  /** Makes the logs. */
  @Setup
  public void prepare() throws IOException {
    scratch = new ScratchDirectory();
    try (PortalStore store = opened()) {
      LargeLog.make(store, accounts);
    }
  }

  private PortalStore opened() {
    return PortalStores.named("jlog").open(scratch.path(), World.seeded(1), line -> {});
  }

  /** Opens both logs, and closes them. */
  @Benchmark
  public PortalStore open() {
    PortalStore store = opened();
    store.close();
    return store;
  }

  /** Jackson's tokens of both logs. */
  @Benchmark
  public int parse() throws IOException {
    int tokens = 0;
    for (LogName log : LogName.values()) {
      try (InputStream in = Files.newInputStream(scratch.path().resolve(log.fileName()));
          JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    return tokens;
  }

  /** Removes the logs. */
  @TearDown
  public void remove() throws IOException {
    scratch.close();
  }
}
