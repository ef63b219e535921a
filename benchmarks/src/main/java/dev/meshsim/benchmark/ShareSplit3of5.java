package dev.meshsim.benchmark;

import com.codahale.shamir.Scheme;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
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
 * Question: how much more than drawing its random octets does it cost to split a secret of 16
 * octets, 3 of 5?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar ShareSplit3of5}. Target: the ratio
 * ours / bareRandomOctets is at most 3; the aim is 2. All methods draw from the operating system's
 * SecureRandom.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ShareSplit3of5 {

  private static final int OCTETS = 16;
  private static final int QUORUM = 3;
  private static final int SHARES = 5;

  private final RandomStream stream = World.system().stream("benchmark", "split");
  private final byte[] secret = stream.bytes(OCTETS);
  private final Secret ours = Secret.of(SecretBytes.copyOf(secret));
  private final Scheme codahale = new Scheme(stream.asSecureRandom(), SHARES, QUORUM);
  private final TextbookSharing textbook =
      new TextbookSharing(OCTETS * Byte.SIZE, stream.asSecureRandom());
  private final ShamirSecretSplitter bouncy =
      new ShamirSecretSplitter(
          ShamirSecretSplitter.Algorithm.AES,
          ShamirSecretSplitter.Mode.Table,
          OCTETS,
          stream.asSecureRandom());

  /** The random octets of two coefficients, without a split. */
  @Benchmark
  public byte[] bareRandomOctets() {
    return stream.bytes((QUORUM - 1) * OCTETS);
  }

  /** This project, from a secret to shares. */
  @Benchmark
  public List<KeyShare> ours() {
    return ours.split(QUORUM, SHARES, stream);
  }

  /** com.codahale:shamir, in GF(256). */
  @Benchmark
  public Map<Integer, byte[]> codahale() {
    return codahale.split(secret);
  }

  /** Bouncy Castle's threshold package with its tables for GF(256). */
  @Benchmark
  public ShamirSplitSecret bouncyCastleTable() {
    return bouncy.resplit(secret, QUORUM, SHARES);
  }

  /** The textbook form, with BigInteger. */
  @Benchmark
  public Map<Integer, BigInteger> bigInteger() {
    return textbook.split(secret, QUORUM, SHARES);
  }
}
