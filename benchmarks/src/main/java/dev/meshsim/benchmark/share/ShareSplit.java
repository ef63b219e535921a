package dev.meshsim.benchmark.share;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how much more than drawing its random octets does it cost to split a secret, and how
 * much do com.codahale:shamir, Bouncy Castle's threshold package and the textbook with BigInteger
 * take?
 *
 * <p>All methods draw from the operating system's SecureRandom. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar ShareSplit}; {@code -p bits=128 -p quorum=3of5} for one row of
 * each. Target: docs/performance.md 4.
 */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ShareSplit {

  /** The length of the secret. */
  @Param({"128", "256", "512"})
  public int bits;

  /** The shares that recover it, of those that are made. */
  @Param({"2of3", "3of5", "8of15", "15of15"})
  public String quorum;

  private final RandomStream stream = World.system().stream("benchmark", "split");
  private int needed;
  private int shares;
  private int octets;
  private byte[] secret;
  private Secret ours;
  private Scheme codahale;
  private TextbookSharing textbook;
  private ShamirSecretSplitter bouncy;

  /** Makes a secret in the form of each implementation. */
  @Setup
  public void prepare() {
    Quorum of = Quorum.parse(quorum);
    needed = of.needed();
    shares = of.shares();
    octets = bits / Byte.SIZE;
    secret = stream.bytes(octets);
    ours = Secret.of(SecretBytes.copyOf(secret));
    codahale = new Scheme(stream.asSecureRandom(), shares, needed);
    textbook = new TextbookSharing(bits, stream.asSecureRandom());
    bouncy =
        new ShamirSecretSplitter(
            ShamirSecretSplitter.Algorithm.AES,
            ShamirSecretSplitter.Mode.Table,
            octets,
            stream.asSecureRandom());
  }

  /** The random octets of the coefficients, without a split. */
  @Benchmark
  public byte[] bareRandomOctets() {
    return stream.bytes((needed - 1) * octets);
  }

  /** This project, from a secret to shares. */
  @Benchmark
  public List<KeyShare> ours() {
    return ours.split(needed, shares, stream);
  }

  /** com.codahale:shamir, in GF(256). */
  @Benchmark
  public Map<Integer, byte[]> codahale() {
    return codahale.split(secret);
  }

  /** Bouncy Castle's threshold package with its tables for GF(256). */
  @Benchmark
  public ShamirSplitSecret bouncyCastleTable() {
    return bouncy.resplit(secret, needed, shares);
  }

  /** The textbook form, with BigInteger. */
  @Benchmark
  public Map<Integer, BigInteger> bigInteger() {
    return textbook.split(secret, needed, shares);
  }
}
