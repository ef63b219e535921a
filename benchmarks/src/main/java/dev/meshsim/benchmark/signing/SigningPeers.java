package dev.meshsim.benchmark.signing;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The keys of each implementation, and a payload of 1900 octets in the form that is signed. */
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public final class SigningPeers {

  private static final String KID = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y";
  private static final int OCTETS = 1900;

  private SigningPeers() {}

  private static Bytes payload() {
    return Bytes.of(World.seeded(1).stream("benchmark", "payload").bytes(OCTETS));
  }

  private static byte[] input() {
    return (KID + "." + payload().base64Url()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Our API: a JWS of one signature. */
  @State(Scope.Thread)
  public static class Ours {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private final RandomStream random = World.system().stream("benchmark", "sign");
    private final Bytes payload = payload();
    private PrivateJwk key;
    private JsonWebSignature signed;

    /** Makes a key and a signature. */
    @Setup
    public void prepare() {
      key = PrivateJwk.generate(spec, random);
      signed = sign();
      key.publicJwk();
    }

    JsonWebSignature sign() {
      return Jws.sign(payload, key, KID, random);
    }

    void verify() {
      Jws.verify(signed, 0, key.publicJwk());
    }
  }

  /** Bouncy Castle's lightweight API. */
  @State(Scope.Thread)
  public static class Bouncy {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private final byte[] input = input();
    private BouncySigner signer;
    private byte[] signature;

    /** Makes a key and a signature. */
    @Setup
    public void prepare() {
      signer =
          new BouncySigner(spec, World.system().stream("benchmark", "bouncy").asSecureRandom());
      signature = sign();
    }

    byte[] sign() {
      return signer.sign(input);
    }

    boolean verify() {
      return signer.verify(input, signature);
    }
  }

  /** A provider of the Java Cryptography Architecture. */
  @State(Scope.Thread)
  public abstract static class Jca {

    /** The kind of key. */
    @Param({"ED25519", "ED448", "P256_SIGN", "RSA_2048_SIGN"})
    public KeySpec spec;

    private final byte[] input = input();
    private Provider provider;
    private KeyPair keys;
    private byte[] signature;

    abstract Provider provider();

    /** Makes a key and a signature. */
    @Setup
    public void prepare() throws GeneralSecurityException {
      provider = provider();
      try {
        keys = JcaNames.pair(spec, provider);
        signature = sign();
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new UnsupportedOperationException("missing peer: " + e.getMessage(), e);
      }
    }

    byte[] sign() throws GeneralSecurityException {
      Signature signer = JcaNames.signature(spec, provider);
      signer.initSign(keys.getPrivate());
      signer.update(input);
      return signer.sign();
    }

    boolean verify() throws GeneralSecurityException {
      Signature signer = JcaNames.signature(spec, provider);
      signer.initVerify(keys.getPublic());
      signer.update(input);
      return signer.verify(signature);
    }
  }

  /** The JDK's own provider. */
  @State(Scope.Thread)
  public static class Jdk extends Jca {
    @Override
    Provider provider() {
      return JcaNames.jdk(spec);
    }
  }

  /** Amazon's Corretto provider. */
  @State(Scope.Thread)
  public static class WithCorretto extends Jca {
    @Override
    Provider provider() {
      return Corretto.provider();
    }
  }
}
