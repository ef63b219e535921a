package dev.meshsim.benchmark.signing;

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
 * Question: how long does verifying a signature over a profile of 1900 octets through our API take
 * for each kind of key, compared with the bare primitives of {@link Sign}?
 *
 * <p>The signature has been parsed; {@link JwsOverhead} has the cost of parsing. Command: {@code
 * java -jar benchmarks/target/benchmarks.jar signing.Verify}; {@code -p spec=ED25519} for one kind.
 * Target: docs/performance.md 5.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class Verify {

  /** This project's JWS. */
  @Benchmark
  public SigningPeers.Ours ours(SigningPeers.Ours with) {
    with.verify();
    return with;
  }

  /** Bouncy Castle, lightweight. */
  @Benchmark
  public boolean bouncyCastle(SigningPeers.Bouncy with) {
    return with.verify();
  }

  /** The JDK. */
  @Benchmark
  public boolean jdk(SigningPeers.Jdk with) throws GeneralSecurityException {
    return with.verify();
  }

  /** Amazon's Corretto provider. */
  @Benchmark
  public boolean corretto(SigningPeers.WithCorretto with) throws GeneralSecurityException {
    return with.verify();
  }
}
