package dev.meshsim.benchmark.log;

import dev.meshsim.audit.LargeReferenceLog;
import dev.meshsim.audit.LogVerify;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.benchmark.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Question: how long does it take to verify a log of the reference implementation, compared with
 * its bare RSA signatures?
 *
 * <p>No signed object occurs twice in the log. Both methods use all processors. Command: {@code
 * java -jar benchmarks/target/benchmarks.jar VerifyLog}. Target: docs/performance.md 20.
 */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
public class VerifyLog {

  /** The octets of the log. */
  @Param("20000000")
  public int octets;

  private ScratchDirectory scratch;
  private Path log;
  private int count;
  private KeyPair key;
  private byte[] covered;
  private byte[] signature;

  /** Makes the log. */
  @Setup
  public void prepare() throws IOException, GeneralSecurityException {
    scratch = new ScratchDirectory();
    log = scratch.path().resolve("mesh.jlog");
    count = LargeReferenceLog.write(log, octets);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    key = generator.generateKeyPair();
    // The length of the protected header of a signature of 2017.
    covered = new byte[120];
    Signature signer = Signature.getInstance("SHA512withRSA");
    signer.initSign(key.getPrivate());
    signer.update(covered);
    signature = signer.sign();
  }

  /** Every fingerprint, digest and signature of the log. */
  @Benchmark
  public LogVerify.Result verify() {
    LogVerify.Result result = LogVerify.verify(List.of(LogSource.of(log)));
    if (result.failed()) {
      throw new IllegalStateException(result.files().toString());
    }
    return result;
  }

  /** As many bare signatures as the log has, with the JDK only. */
  @Benchmark
  public long signatures() {
    return IntStream.range(0, count).parallel().filter(i -> verifies()).count();
  }

  private boolean verifies() {
    try {
      Signature verifier = Signature.getInstance("SHA512withRSA");
      verifier.initVerify(key.getPublic());
      verifier.update(covered);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes the log. */
  @TearDown
  public void remove() throws IOException {
    scratch.close();
  }
}
