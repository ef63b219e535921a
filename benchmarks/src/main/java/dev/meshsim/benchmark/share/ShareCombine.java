package dev.meshsim.benchmark.share;

import dev.meshsim.share.Secret;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Mode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does it take to combine a quorum of shares of a secret, compared with
 * com.codahale:shamir, Bouncy Castle's threshold package and the textbook with BigInteger?
 *
 * <p>All subsets take turns, 6,435 of them for 8 of 15, so that the cache of coefficients helps as
 * little as it does in use. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * ShareCombine}; {@code -p bits=128 -p quorum=3of5} for one row of each. Targets:
 * docs/performance.md 1 to 3.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ShareCombine {

  /** The length of the secret. */
  @Param({"128", "256", "512"})
  public int bits;

  /** The shares that are combined, of those that there are. */
  @Param({"2of3", "3of5", "8of15", "15of15"})
  public String quorum = "3of5";

  private SplitSecrets split = new SplitSecrets(16, 2, 3);

  /** Splits a secret with each implementation. */
  @Setup
  public void split() {
    Quorum of = Quorum.parse(quorum);
    split = new SplitSecrets(bits / Byte.SIZE, of.needed(), of.shares());
  }

  /** This project, from shares to a {@link Secret}. */
  @Benchmark
  public Secret ours() {
    return new Secret(split.ours.get(split.next()));
  }

  /** com.codahale:shamir, in GF(256). */
  @Benchmark
  public byte[] codahale() {
    return split.codahale.join(split.codahaleParts.get(split.next()));
  }

  /** Bouncy Castle's threshold package with its tables for GF(256). */
  @Benchmark
  public byte[] bouncyCastleTable() {
    return split.bouncy(Mode.Table, split.next());
  }

  /** Bouncy Castle's threshold package without tables. */
  @Benchmark
  public byte[] bouncyCastleNative() {
    return split.bouncy(Mode.Native, split.next());
  }

  /** The textbook form, with BigInteger. */
  @Benchmark
  public byte[] bigInteger() {
    return split.textbook.combine(split.textbookParts.get(split.next()));
  }
}
