package dev.meshsim.world;

import dev.meshsim.bytes.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An endless sequence of random octets, drawn for one purpose. Not thread-safe. In a seeded world
 * the sequence is the AES-256-CTR key stream (NIST SP 800-38A) under a key and initial counter
 * derived with HMAC-SHA-512 from the seed and the stream's name.
 */
public final class RandomStream {

  /**
   * The length of the seed that {@link #expand} takes: a key of 32 octets, a counter of 16, and 16
   * unused.
   */
  public static final int SEED_OCTETS = 64;

  private static final int KEY_OCTETS = 32;
  private static final int BLOCK_OCTETS = 16;

  private final @Nullable String name;
  private final @Nullable SecureRandom real;

  /** Until the first octet is drawn; many streams are made for a draw that is never needed. */
  private byte @Nullable [] seed;

  private @Nullable Cipher keyStream;

  private RandomStream(@Nullable String name, byte @Nullable [] seed, @Nullable SecureRandom real) {
    this.name = name;
    this.seed = seed;
    this.real = real;
  }

  static RandomStream real(SecureRandom random) {
    return new RandomStream(null, null, random);
  }

  /** Makes the stream of a 64-octet seed, which is copied; the last 16 octets are not used. */
  static RandomStream derived(@Nullable String name, byte[] seed64) {
    return new RandomStream(name, seed64.clone(), null);
  }

  private Cipher keyStream() {
    Cipher known = keyStream;
    if (known != null) {
      return known;
    }
    byte[] seed64 = seed;
    if (seed64 == null) {
      throw new IllegalStateException("a stream has one source");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(seed64, 0, KEY_OCTETS, "AES"),
          new IvParameterSpec(seed64, KEY_OCTETS, BLOCK_OCTETS));
      keyStream = cipher;
      seed = null;
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks AES-256-CTR", e);
    } finally {
      Arrays.fill(seed64, (byte) 0);
    }
  }

  /**
   * Makes a stream that is determined by octets drawn from another stream.
   *
   * @param seed {@value #SEED_OCTETS} octets
   * @throws IllegalArgumentException if {@code seed} has another length
   */
  public static RandomStream expand(byte[] seed) {
    if (seed.length != SEED_OCTETS) {
      throw new IllegalArgumentException(
          "a stream grows from " + SEED_OCTETS + " octets, not " + seed.length);
    }
    return derived(null, seed);
  }

  /**
   * The stream's full name in a seeded world, {@code seed/machine/purpose/n}, or empty in the real
   * world and for an expanded stream. Streams with equal names have equal content, so the name can
   * be a cache key for values derived from the stream.
   */
  public Optional<String> reproducibleName() {
    return Optional.ofNullable(name);
  }

  /** Fills {@code target} with the next octets. */
  public void nextBytes(byte[] target) {
    if (real != null) {
      real.nextBytes(target);
      return;
    }
    Cipher cipher = keyStream();
    Arrays.fill(target, (byte) 0);
    try {
      int done = cipher.update(target, 0, target.length, target, 0);
      if (done != target.length) {
        throw new IllegalStateException("a stream cipher keeps nothing back");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stream cipher always has room", e);
    }
  }

  /** The next {@code count} octets. */
  public byte[] bytes(int count) {
    byte[] octets = new byte[count];
    nextBytes(octets);
    return octets;
  }

  /** The next {@code count} octets, as a secret. */
  public SecretBytes secret(int count) {
    return SecretBytes.moveFrom(bytes(count));
  }

  /**
   * A view of this stream as a {@link SecureRandom}, for cryptographic libraries. Octets drawn from
   * either advance both.
   */
  public SecureRandom asSecureRandom() {
    return new Adapter(this);
  }

  /** An adapter that draws every octet from the stream and ignores seeding. */
  private static final class Adapter extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient RandomStream stream;

    Adapter(RandomStream stream) {
      super(null, null);
      this.stream = stream;
    }

    @Override
    public void nextBytes(byte[] target) {
      stream.nextBytes(target);
    }

    @Override
    public byte[] generateSeed(int count) {
      return stream.bytes(count);
    }

    @Override
    public void setSeed(long seed) {
      // Ignored: only the stream's name decides its content.
    }

    @Override
    public void setSeed(byte[] seed) {
      // Ignored: only the stream's name decides its content.
    }

    @Override
    public String getAlgorithm() {
      return "mesh-sim stream";
    }
  }
}
