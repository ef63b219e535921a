package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.ProtectedPortal;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how much longer does a request take when its messages are protected, beside the bare
 * cryptography that this needs?
 *
 * <p>The request is a Get of a profile by account at a direct portal. A signed one makes two
 * signatures and verifies two, over the base64url of header and payload that RFC 7515 signs, and
 * hashes the request twice, since the answer names its digest; bareSigned does no more than these
 * with Bouncy Castle and the JDK. An encrypted one also makes two ephemeral X25519 keys, agrees and
 * derives a key four times, wraps and unwraps two keys and encrypts and decrypts twice with
 * AES-GCM; bareEncrypted does all these. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * ProtectedRequests}. Target: docs/performance.md, (signed - plain) / bareSigned and (encrypted -
 * plain) / bareEncrypted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class ProtectedRequests {

  private static final String ALICE = "alice@example.com";
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int IV_OCTETS = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_OCTETS = 32;

  /** The names and the numbers that a key derivation hashes beside the secret. */
  private static final int KDF_OCTETS = 34;

  /** The header and the trailer of an envelope, about. */
  private static final int ENVELOPE_OCTETS = 500;

  private SeededWorld world;
  private MeshPortalDirect portal;
  private ProtectedPortal signing;
  private ProtectedPortal encrypting;
  private Bytes get;
  private byte[] request;
  private byte[] response;
  private byte[] requestInput;
  private byte[] responseInput;
  private MessageDigest sha256;
  private Ed25519PrivateKeyParameters signer;
  private Ed25519PublicKeyParameters verifier;
  private X25519PrivateKeyParameters recipient;
  private X25519PublicKeyParameters recipientPublic;
  private SecureRandom random;
  private long made;

  /** Makes the account and the portal's keys. */
  @Setup
  public void prepare() {
    world = World.seeded(1);
    portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    portal.trace().stop();
    MeshSession maker = new MeshSession(new MeshMachineCached(world, "maker"), portal);
    new OwnAccount(world, portal, maker, ALICE);
    get = MessageCodec.write(Dialect.MESH, new GetRequest(null, ALICE, null, null, null, true));
    signing = protectedBy(Protection.SIGN);
    encrypting = protectedBy(Protection.ENCRYPT);
    request = new byte[get.length() + ENVELOPE_OCTETS];
    response = new byte[portal.exchange(get).length() + ENVELOPE_OCTETS];
    requestInput = Bytes.of(request).base64UrlOctets();
    responseInput = Bytes.of(response).base64UrlOctets();
    sha256 = sha256();
    RandomStream stream = world.stream("bare", "keys");
    random = stream.asSecureRandom();
    signer = new Ed25519PrivateKeyParameters(random);
    verifier = signer.generatePublicKey();
    recipient = new X25519PrivateKeyParameters(random);
    recipientPublic = recipient.generatePublicKey();
  }

  private ProtectedPortal protectedBy(Protection level) {
    ProtectedPortal made =
        new ProtectedPortal(portal, world, "desktop", level, KeyPins.inMemory(), null);
    made.exchange(get);
    return made;
  }

  /** Without protection. */
  @Benchmark
  public Bytes plain() {
    world.advance(TICK);
    return portal.exchange(get);
  }

  /** Signed both ways. */
  @Benchmark
  public Bytes signed() {
    world.advance(TICK);
    return signing.exchange(get);
  }

  /** Signed and encrypted both ways. */
  @Benchmark
  public Bytes encrypted() {
    world.advance(TICK);
    return encrypting.exchange(get);
  }

  /** Two signatures made and two verified, and the request's digest on both sides. */
  @Benchmark
  public boolean bareSigned() {
    boolean same = Arrays.equals(sha256.digest(request), sha256.digest(request));
    return same & signature(requestInput) & signature(responseInput);
  }

  /** The signatures, and two messages encrypted and decrypted. */
  @Benchmark
  public boolean bareEncrypted() throws GeneralSecurityException {
    return bareSigned() & encryption(request) & encryption(response);
  }

  /** Never the same octets twice: a processor learns the branches of a signature that it knows. */
  private boolean signature(byte[] input) {
    ByteBuffer.wrap(input).putLong(0, ++made);
    Ed25519Signer sign = new Ed25519Signer();
    sign.init(true, signer);
    sign.update(input, 0, input.length);
    byte[] signature = sign.generateSignature();
    Ed25519Signer verify = new Ed25519Signer();
    verify.init(false, verifier);
    verify.update(input, 0, input.length);
    return verify.verifySignature(signature);
  }

  private boolean encryption(byte[] plaintext) throws GeneralSecurityException {
    X25519PrivateKeyParameters ephemeral = new X25519PrivateKeyParameters(random);
    X25519PublicKeyParameters sent = ephemeral.generatePublicKey();
    byte[] wrapping = new byte[KEY_OCTETS];
    ephemeral.generateSecret(recipientPublic, wrapping, 0);
    byte[] key = new byte[KEY_OCTETS];
    random.nextBytes(key);
    byte[] iv = new byte[IV_OCTETS];
    random.nextBytes(iv);
    Cipher wrap = Cipher.getInstance("AESWrap");
    wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(derived(wrapping), "AES"));
    byte[] wrapped = wrap.wrap(new SecretKeySpec(key, "AES"));
    byte[] ciphertext = gcm(Cipher.ENCRYPT_MODE, key, iv, plaintext);
    byte[] agreed = new byte[KEY_OCTETS];
    recipient.generateSecret(sent, agreed, 0);
    Cipher unwrap = Cipher.getInstance("AESWrap");
    unwrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(derived(agreed), "AES"));
    byte[] found = unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    return Arrays.equals(plaintext, gcm(Cipher.DECRYPT_MODE, found, iv, ciphertext));
  }

  /** One block of the key derivation of RFC 7518 4.6: SHA-256 over the secret and some names. */
  private byte[] derived(byte[] shared) {
    sha256.update(shared);
    return sha256.digest(new byte[KDF_OCTETS]);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  private static byte[] gcm(int mode, byte[] key, byte[] iv, byte[] octets)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    return cipher.doFinal(octets);
  }
}
