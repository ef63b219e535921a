package dev.meshsim.benchmark;

import dev.meshsim.share.Secret;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Mode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does it take to combine 8 of 15 shares of a secret of 32 octets? All 6,435
 * subsets take turns, so that the cache of coefficients rarely helps.
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar ShareCombine8of15}. Target: the
 * ratio of the best peer / ours is at least 5; the aim is 30.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ShareCombine8of15 {

  private final SplitSecrets split = new SplitSecrets(32, 8, 15);

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
