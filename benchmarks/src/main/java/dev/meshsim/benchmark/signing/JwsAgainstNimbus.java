package dev.meshsim.benchmark.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
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
 * Question: how long does signing a payload of 1900 octets to the compact form take, and reading it
 * back, compared with Nimbus JOSE?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar JwsAgainstNimbus}. Target:
 * docs/performance.md 8. ES256 runs on Bouncy Castle and RS512 on the Java platform in both;
 * Ed25519 runs on Tink in Nimbus, which has no other, and on Bouncy Castle in ours.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class JwsAgainstNimbus {

  private static final String KID = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y";
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  /** A key in the form of both libraries, and a signed payload. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else.
  public static class Signed {

    /** The kind of key. */
    @Param({"ED25519", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private RandomStream random = World.seeded(1).stream("alice-desktop", "benchmark");
    private Bytes payload = Bytes.of(random.bytes(1900));
    private PrivateJwk key;
    private JWSHeader header;
    private JWSSigner signer;
    private JWSVerifier verifier;
    private String compact;

    /** Makes the key and the signed payload. */
    @Setup
    public void prepare() throws JOSEException, ParseException {
      key = PrivateJwk.generate(spec, random);
      header =
          new JWSHeader.Builder(JWSAlgorithm.parse(spec.algorithm().joseName())).keyID(KID).build();
      JWK jwk = JWK.parse(new String(key.toJson(KID).expose(), StandardCharsets.UTF_8));
      switch (spec) {
        case ED25519 -> {
          signer = new Ed25519Signer(jwk.toOctetKeyPair());
          verifier = new Ed25519Verifier(jwk.toOctetKeyPair().toPublicJWK());
        }
        case P256_SIGN -> {
          signer = new ECDSASigner(jwk.toECKey());
          signer.getJCAContext().setProvider(BOUNCY_CASTLE);
          verifier = new ECDSAVerifier(jwk.toECKey());
          verifier.getJCAContext().setProvider(BOUNCY_CASTLE);
        }
        default -> {
          signer = new RSASSASigner(jwk.toRSAKey());
          verifier = new RSASSAVerifier(jwk.toRSAKey());
        }
      }
      compact = Jws.toCompact(Jws.sign(payload, key, KID, random));
    }
  }

  /** Signs with this project. */
  @Benchmark
  public String sign(Signed with) {
    return Jws.toCompact(Jws.sign(with.payload, with.key, KID, with.random));
  }

  /** Signs with Nimbus. */
  @Benchmark
  public String nimbusSign(Signed with) throws JOSEException {
    JWSObject object = new JWSObject(with.header, new Payload(with.payload.toArray()));
    object.sign(with.signer);
    return object.serialize();
  }

  /** Reads and verifies with this project. */
  @Benchmark
  public Bytes verify(Signed with) {
    JsonWebSignature signed = Jws.fromCompact(with.compact);
    Jws.verify(signed, 0, with.key.publicJwk());
    return signed.payload();
  }

  /** Reads and verifies with Nimbus. */
  @Benchmark
  public byte[] nimbusVerify(Signed with) throws JOSEException, ParseException {
    JWSObject object = JWSObject.parse(with.compact);
    if (!object.verify(with.verifier)) {
      throw new JOSEException("does not verify");
    }
    return object.getPayload().toBytes();
  }
}
