package dev.meshsim.benchmark.share;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.List;
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
 * Question: how long do splitting and combining take in each format of shares, and how much of it
 * is writing and reading the text of the shares?
 *
 * <p>The secret has 128 bits, the only length of the formats of 2017; the quorum is 3 of 5, and 5
 * of 5 for the form with exclusive or, which has no other. The formats are each other's peers;
 * {@link ShareCombine} and {@link ShareSplit} have other implementations. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar ShareFormats}.
 */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ShareFormats {

  private static final int SHARES = 5;

  /** The format. */
  @Param({"MESH", "PORTAL_2017", "PORTAL_2017_XOR"})
  public ShareFormat format;

  private final RandomStream stream = World.system().stream("benchmark", "formats");
  private int quorum;
  private Secret secret;
  private List<KeyShare> shares;
  private List<String> texts;

  /** Splits a secret. */
  @Setup
  public void prepare() {
    quorum = format == ShareFormat.PORTAL_2017_XOR ? SHARES : 3;
    secret = Secret.of(SecretBytes.copyOf(stream.bytes(16)));
    shares = secret.split(format, quorum, SHARES, stream).subList(0, quorum);
    texts = shares.stream().map(KeyShare::text).toList();
  }

  /** To shares. */
  @Benchmark
  public List<KeyShare> split() {
    return secret.split(format, quorum, SHARES, stream);
  }

  /** To the texts of the shares. */
  @Benchmark
  public List<String> splitToText() {
    return secret.split(format, quorum, SHARES, stream).stream().map(KeyShare::text).toList();
  }

  /** From shares. */
  @Benchmark
  public Secret combine() {
    return new Secret(shares);
  }

  /** From the texts of the shares. */
  @Benchmark
  public Secret combineText() {
    return new Secret(KeyShare.parseAll(texts));
  }
}
