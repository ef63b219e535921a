package dev.meshsim.benchmark.signing;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
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
 * Question: how long does making a key through our API take for each kind, compared with Bouncy
 * Castle's lightweight API, the JDK, and Amazon's Corretto provider where it loads?
 *
 * <p>All draw from the operating system. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * KeyGeneration}; {@code -p spec=ED25519} for one kind.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class KeyGeneration {

  /** Our API. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH sets the parameter
  public static class Ours {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "X25519", "X448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private final RandomStream random = World.system().stream("benchmark", "keys");
  }

  /** Bouncy Castle's lightweight API. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls prepare first
  public static class Bouncy {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "X25519", "X448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private AsymmetricCipherKeyPairGenerator generator;

    /** Makes the generator. */
    @Setup
    public void prepare() {
      generator =
          BouncySigner.generator(spec, World.system().stream("benchmark", "keys").asSecureRandom());
    }
  }

  /** The JDK, and Amazon's Corretto provider. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls prepare first
  public static class Jdk {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "X25519", "X448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    KeyPairGenerator generator;

    /** Makes the generator. */
    @Setup
    public void prepare() throws GeneralSecurityException {
      generator = JcaNames.generator(spec, JcaNames.jdk(spec));
    }
  }

  /** Amazon's Corretto provider. */
  @State(Scope.Thread)
  public static class WithCorretto extends Jdk {
    @Override
    public void prepare() throws GeneralSecurityException {
      try {
        generator = JcaNames.generator(spec, Corretto.provider());
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new UnsupportedOperationException("missing peer: " + e.getMessage(), e);
      }
    }
  }

  /** This project. */
  @Benchmark
  public PrivateJwk ours(Ours with) {
    return PrivateJwk.generate(with.spec, with.random);
  }

  /** Bouncy Castle, lightweight. */
  @Benchmark
  public AsymmetricCipherKeyPair bouncyCastle(Bouncy with) {
    return with.generator.generateKeyPair();
  }

  /** The JDK. */
  @Benchmark
  public KeyPair jdk(Jdk with) {
    return with.generator.generateKeyPair();
  }

  /** Amazon's Corretto provider. */
  @Benchmark
  public KeyPair corretto(WithCorretto with) {
    return with.generator.generateKeyPair();
  }
}
