package dev.meshsim.benchmark.signing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.X25519Decrypter;
import com.nimbusds.jose.crypto.X25519Encrypter;
import com.nimbusds.jose.jwk.JWK;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
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
 * Question: how long does encrypting 1900 octets to one device in the compact form take, and
 * decrypting them, compared with Nimbus JOSE?
 *
 * <p>P-256 runs on Bouncy Castle and RSA on the JDK in both; X25519 runs on Tink in Nimbus, which
 * has no other, and on Bouncy Castle in ours. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar JweAgainstNimbus}. Target: docs/performance.md 8.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class JweAgainstNimbus {

  private static final String KID = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y";
  private static final int OCTETS = 1900;

  /** A key in the form of both libraries, and a message. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls prepare first
  public static class Encrypted {

    /** The kind of key. */
    @Param({"X25519", "P256_AGREE", "RSA_2048_OAEP"})
    public KeySpec spec;

    private final RandomStream random = World.seeded(1).stream("alice-desktop", "benchmark");
    private final byte[] text = random.bytes(OCTETS);
    private final SecretBytes secret = SecretBytes.copyOf(text);
    private PrivateJwk key;
    private Jwe.Recipient recipient;
    private JWEHeader header;
    private JWEEncrypter encrypter;
    private JWEDecrypter decrypter;
    private String compact;

    /** Makes the key and a message. */
    @Setup
    public void prepare() throws JOSEException, ParseException {
      key = PrivateJwk.generate(spec, random);
      recipient = new Jwe.Recipient(KID, key.publicJwk());
      header =
          new JWEHeader.Builder(
                  JWEAlgorithm.parse(spec.algorithm().joseName()), EncryptionMethod.A256GCM)
              .keyID(KID)
              .build();
      JWK jwk = JWK.parse(new String(key.toJson(KID).expose(), StandardCharsets.UTF_8));
      switch (spec) {
        case X25519 -> {
          encrypter = new X25519Encrypter(jwk.toOctetKeyPair().toPublicJWK());
          decrypter = new X25519Decrypter(jwk.toOctetKeyPair());
        }
        case P256_AGREE -> {
          encrypter = new ECDHEncrypter(jwk.toECKey());
          encrypter.getJCAContext().setKeyEncryptionProvider(new BouncyCastleProvider());
          decrypter = new ECDHDecrypter(jwk.toECKey());
          decrypter.getJCAContext().setKeyEncryptionProvider(new BouncyCastleProvider());
        }
        default -> {
          encrypter = new RSAEncrypter(jwk.toRSAKey());
          decrypter = new RSADecrypter(jwk.toRSAKey());
        }
      }
      compact = Jwe.toCompact(Jwe.encryptToOne(secret, recipient, random));
    }
  }

  /** Encrypts with this project. */
  @Benchmark
  public String encrypt(Encrypted with) {
    return Jwe.toCompact(Jwe.encryptToOne(with.secret, with.recipient, with.random));
  }

  /** Encrypts with Nimbus. */
  @Benchmark
  public String nimbusEncrypt(Encrypted with) throws JOSEException {
    JWEObject object = new JWEObject(with.header, new Payload(with.text));
    object.encrypt(with.encrypter);
    return object.serialize();
  }

  /** Reads and decrypts with this project. */
  @Benchmark
  public SecretBytes decrypt(Encrypted with) {
    return Jwe.decrypt(Jwe.fromCompact(with.compact), KID, with.key);
  }

  /** Reads and decrypts with Nimbus. */
  @Benchmark
  public byte[] nimbusDecrypt(Encrypted with) throws JOSEException, ParseException {
    JWEObject object = JWEObject.parse(with.compact);
    object.decrypt(with.decrypter);
    return object.getPayload().toBytes();
  }
}
