package dev.meshsim.benchmark.signing;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
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
 * Question: how long does encrypting 1900 octets to 1, 4 and 16 devices take, and decrypting on one
 * of them, compared with the bare operations on keys that it needs?
 *
 * <p>Of X25519, X448 and P-256 these are, with Bouncy Castle's lightweight API, a new key and a key
 * agreement for each device to encrypt, and one key agreement to decrypt; of RSA one operation of
 * the JDK each. Command: {@code java -jar benchmarks/target/benchmarks.jar EncryptToDevices};
 * {@code -p spec=X25519} for one kind.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class EncryptToDevices {

  private static final int OCTETS = 1900;

  /** The keys of the devices, and a message to all of them. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls prepare first
  public static class Devices {

    /** The kind of key. */
    @Param({"X25519", "X448", "P256_AGREE", "RSA_2048_OAEP"})
    public KeySpec spec;

    /** The number of devices. */
    @Param({"1", "4", "16"})
    public int devices;

    private final RandomStream random = World.system().stream("benchmark", "encrypt");
    private final SecretBytes text = SecretBytes.moveFrom(random.bytes(OCTETS));
    private List<Jwe.Recipient> recipients;
    private PrivateJwk last;
    private JsonWebEncryption message;
    private BareAgreement bare;

    /** Makes the keys and a message. */
    @Setup
    public void prepare() throws GeneralSecurityException {
      recipients = new ArrayList<>();
      for (int i = 0; i < devices; i++) {
        last = PrivateJwk.generate(spec, random);
        recipients.add(new Jwe.Recipient("device-" + i, last.publicJwk()));
      }
      message = Jwe.encrypt(text, recipients, random);
      bare = BareAgreement.of(spec, random.asSecureRandom());
    }
  }

  /** This project's JWE. */
  @Benchmark
  public JsonWebEncryption encrypt(Devices with) {
    return Jwe.encrypt(with.text, with.recipients, with.random);
  }

  /** The bare operations on keys. */
  @Benchmark
  public int bareEncrypt(Devices with) throws GeneralSecurityException {
    int sum = 0;
    for (int i = 0; i < with.devices; i++) {
      sum += with.bare.toDevice()[0];
    }
    return sum;
  }

  /** This project's JWE, by the last of the devices. */
  @Benchmark
  public SecretBytes decrypt(Devices with) {
    return Jwe.decrypt(with.message, "device-" + (with.devices - 1), with.last);
  }

  /** The bare operation on a key. */
  @Benchmark
  public byte[] bareDecrypt(Devices with) throws GeneralSecurityException {
    return with.bare.onDevice();
  }
}
