package dev.meshsim.benchmark.signing;

import dev.meshsim.jose.JsonWebSignature;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does signing a profile of 1900 octets through our API take for each kind of
 * key, compared with the bare signature of Bouncy Castle's lightweight API, of the JDK, and of
 * Amazon's Corretto provider where it loads?
 *
 * <p>All sign octets of one length. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * signing.Sign}; {@code -p spec=ED25519} for one kind. Target: docs/performance.md 5.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class Sign {

  /** This project's JWS. */
  @Benchmark
  public JsonWebSignature ours(SigningPeers.Ours with) {
    return with.sign();
  }

  /** Bouncy Castle, lightweight. */
  @Benchmark
  public byte[] bouncyCastle(SigningPeers.Bouncy with) {
    return with.sign();
  }

  /** The JDK. */
  @Benchmark
  public byte[] jdk(SigningPeers.Jdk with) throws GeneralSecurityException {
    return with.sign();
  }

  /** Amazon's Corretto provider. */
  @Benchmark
  public byte[] corretto(SigningPeers.WithCorretto with) throws GeneralSecurityException {
    return with.sign();
  }
}
