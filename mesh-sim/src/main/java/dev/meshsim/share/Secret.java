package dev.meshsim.share;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * A secret that can be split into shares and recovered from them (mesh-udf-08 4.5).
 *
 * <p>Its content is never printed; {@link #close()} clears it.
 */
public final class Secret implements AutoCloseable {

  private static final int STEP = 32;
  private static final int MOST = 512;

  private final SecretBytes octets;

  private Secret(SecretBytes octets) {
    this.octets = octets;
  }

  /**
   * Recovers the secret from its shares, in any order and any format; see {@link #Secret(List)}.
   */
  public Secret(KeyShare... shares) {
    this(SecretBytes.moveFrom(ShareSet.of(shares.clone()).recover()));
  }

  /**
   * Recovers the secret from a quorum of its shares or more, in any order.
   *
   * <p>All given shares are checked: those beyond the quorum must lie on the polynomial of the
   * others. With exactly a quorum the shares cannot show whether they belong together, except that
   * in the portal format about half of all wrong secrets are too large; confirm the result with
   * {@link #confirm}, or use {@link #recover}.
   *
   * @throws ShareException {@code share.too-few} if there are fewer than the quorum, or none
   * @throws ShareException {@code share.duplicate} if two have the same index
   * @throws ShareException {@code share.mixed-format} if they are in different formats
   * @throws ShareException {@code share.mixed-quorum} if they tell different quorums
   * @throws ShareException {@code share.mixed-length} if they are of secrets of different lengths
   * @throws ShareException {@code share.xor-count} if not exactly all shares of an exclusive-or
   *     split are given
   * @throws ShareException.WrongShare if some do not fit and the others, more than a quorum, agree
   * @throws ShareException {@code share.disagree} if they do not fit together and which is wrong
   *     cannot be told
   * @throws ShareException {@code share.overflow-2017} if they are in the 2017 format with a quorum
   *     of 9 or more, and what the reference implementation's overflow did to them cannot be told
   *     or undone
   */
  public Secret(List<KeyShare> shares) {
    this(SecretBytes.moveFrom(ShareSet.of(shares.toArray(new KeyShare[0])).recover()));
  }

  /**
   * Recovers the secret that an identifier names. Where two readings of the shares are possible the
   * identifier decides; see {@link ShareException}.
   *
   * @throws ShareException {@code share.wrong-secret} if the shares give another secret
   * @throws ShareException as {@link #Secret(List)} does
   */
  public static Secret recover(List<KeyShare> shares, Udf identifier) {
    Secret found = null;
    for (byte[] reading : ShareSet.of(shares.toArray(new KeyShare[0])).readings()) {
      Secret secret = new Secret(SecretBytes.moveFrom(reading));
      if (found == null && secret.isNamed(identifier)) {
        found = secret;
      } else {
        secret.close();
      }
    }
    if (found == null) {
      throw ShareException.wrongSecret(identifier.text());
    }
    return found;
  }

  /**
   * Draws a random secret.
   *
   * @param bits a multiple of 32 from 32 to 512
   * @throws ShareException {@code share.bits} for any other length
   */
  public static Secret random(int bits, RandomStream random) {
    requireMeshSize(bits);
    return new Secret(random.secret(bits / Byte.SIZE));
  }

  /**
   * Makes a secret from a copy of these octets.
   *
   * @throws ShareException {@code share.bits} if there are none
   */
  public static Secret of(SecretBytes octets) {
    if (octets.length() == 0) {
      throw ShareException.bits("a secret has at least one octet", "give at least one octet");
    }
    return new Secret(SecretBytes.moveFrom(octets.expose()));
  }

  static void requireMeshSize(int bits) {
    if (bits < STEP || bits > MOST || bits % STEP != 0) {
      throw ShareException.bits(
          "a secret of " + bits + " bits cannot be shared",
          "use a secret of 32 to 512 bits in steps of 32: 4 to 64 octets in steps of 4");
    }
  }

  /** The length in bits, a multiple of 8. */
  public int bits() {
    return octets.length() * Byte.SIZE;
  }

  /** A copy of the octets, to be closed by the caller. */
  public SecretBytes bytes() {
    return SecretBytes.moveFrom(octets.expose());
  }

  /**
   * The identifier of the content that this secret protects: the fingerprint of its octets with
   * content type {@code application/mmm-escrowed} and the format's default precision.
   *
   * <p>mesh-udf-08 defines no content type for escrow: its {@code application/udf-encryption} is
   * for the identifiers of its encryption type (4.3). So the reference implementation's name is
   * kept in every format.
   */
  public Udf identifier(UdfFormat format) {
    return Udf.fingerprint(format, ContentTypes.MMM_ESCROWED, octets);
  }

  /**
   * Checks that an identifier, of any format and precision, is of this secret.
   *
   * @throws ShareException {@code share.wrong-secret} if it is not
   */
  public void confirm(Udf identifier) {
    if (!isNamed(identifier)) {
      throw ShareException.wrongSecret(identifier.text());
    }
  }

  private boolean isNamed(Udf identifier) {
    return identifier.identifies(ContentTypes.MMM_ESCROWED, octets);
  }

  /**
   * Splits in the {@link ShareFormat#MESH} format; see {@link #split(ShareFormat, int, int,
   * RandomStream)}.
   */
  public List<KeyShare> split(int quorum, int shares, RandomStream random) {
    return split(ShareFormat.MESH, quorum, shares, random);
  }

  /**
   * Splits this secret so that any {@code quorum} of the shares recover it and fewer reveal nothing
   * about it.
   *
   * @param format {@link ShareFormat#MESH} for 32 to 512 bits in steps of 32; {@link
   *     ShareFormat#PORTAL_2017} for 128 bits, or for any length if {@code quorum} equals {@code
   *     shares}: then, as in the reference implementation, the shares are in the exclusive-or form
   * @param quorum 2 to {@code shares}
   * @param shares 2 to 15
   * @param random the source of the polynomial's coefficients
   * @return the shares with indexes 1 to {@code shares}, in order
   * @throws ShareException {@code share.count} if the number of shares is not possible
   * @throws ShareException {@code share.quorum} if the quorum is not possible
   * @throws ShareException {@code share.bits} if this secret's length is not possible in the format
   */
  public List<KeyShare> split(ShareFormat format, int quorum, int shares, RandomStream random) {
    byte[] exposed = octets.expose();
    try {
      return Splitter.split(format, exposed, quorum, shares, random);
    } finally {
      Arrays.fill(exposed, (byte) 0);
    }
  }

  /** Clears the octets; this secret cannot be used afterwards. */
  @Override
  public void close() {
    octets.close();
  }

  /** True if both hold the same octets; compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && octets.equals(secret.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }

  /** {@code Secret[n bits]}. */
  @Override
  public String toString() {
    return "Secret[" + bits() + " bits]";
  }
}
