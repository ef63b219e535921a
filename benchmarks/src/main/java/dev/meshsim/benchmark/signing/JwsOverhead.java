package dev.meshsim.benchmark.signing;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
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
 * Question: what do headers, base64url and JSON add to a bare Ed25519 signature over equal octets?
 *
 * <p>Command: {@code java -jar benchmarks/target/benchmarks.jar JwsOverhead}. Targets:
 * docs/performance.md 6 and 7.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class JwsOverhead {

  private static final String KID = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y";

  /** The length of the payload in octets: a digest, and a profile. */
  @Param({"32", "1900"})
  public int octets;

  private final RandomStream random = World.seeded(1).stream("alice-desktop", "benchmark");
  private final PrivateJwk key = PrivateJwk.generate(KeySpec.ED25519, random);
  private final Ed25519PrivateKeyParameters bareKey =
      new Ed25519PrivateKeyParameters(
          Base64.getUrlDecoder()
              .decode(MeshJson.readTree(Bytes.of(key.toJson(null).expose())).get("d").asString()),
          0);
  private final Ed25519PublicKeyParameters barePublicKey = bareKey.generatePublicKey();

  private Bytes payload = Bytes.EMPTY;
  private byte[] input = {};
  private byte[] signature = {};
  private Bytes json = Bytes.EMPTY;

  /** Makes a payload, its signature and the signed octets. */
  @Setup
  public void prepare() {
    payload = Bytes.of(random.bytes(octets));
    JsonWebSignature signed = Jws.sign(payload, key, KID, random);
    Bytes header = signed.signatures().get(0).protectedHeader();
    input = (header.base64Url() + "." + payload.base64Url()).getBytes(StandardCharsets.US_ASCII);
    signature = signed.signatures().get(0).signature().toArray();
    json = MeshJson.write(signed);
    key.publicJwk();
  }

  /** Bouncy Castle without JOSE. */
  @Benchmark
  public byte[] bareSign() {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, bareKey);
    signer.update(input, 0, input.length);
    return signer.generateSignature();
  }

  /** This project's JWS. */
  @Benchmark
  public JsonWebSignature sign() {
    return Jws.sign(payload, key, KID, random);
  }

  /** Bouncy Castle without JOSE. */
  @Benchmark
  public boolean bareVerify() {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, barePublicKey);
    verifier.update(input, 0, input.length);
    return verifier.verifySignature(signature);
  }

  /** This project's JWS, from its JSON text. */
  @Benchmark
  public JsonWebSignature parseAndVerify() {
    JsonWebSignature signed = MeshJson.read(json, JsonWebSignature.class);
    Jws.verify(signed, 0, key.publicJwk());
    return signed;
  }
}
