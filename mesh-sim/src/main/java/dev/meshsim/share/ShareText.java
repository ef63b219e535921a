package dev.meshsim.share;

import dev.meshsim.share.field.Limbs;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.udf.Base32;
import java.util.Arrays;

/** The text codec of shares in all formats. */
final class ShareText {

  private static final int MESH_TYPE = 144;
  private static final int MESH_HEADER = 2;
  private static final int MESH_STEP = 4;
  private static final int MESH_MOST = 64;
  private static final int XOR_MARK = 15;
  private static final int PORTAL_BITS = 128;

  /** The most octets of a portal share's value: 130 bits, sign bit included. */
  private static final int PORTAL_MOST = 17;

  /** A bound on likely lengths: a value of the field has fewer octets with probability 2^-26. */
  private static final int PORTAL_LIKELY = 14;

  private ShareText() {}

  static KeyShare parse(String text) {
    ShareCharacters characters = ShareCharacters.read(text);
    byte[] octets = characters.octets();
    boolean mayBeMesh = characters.mayBeGroupsOf4() && isMesh(octets);
    if (!characters.mayBeGroupsOf5() && !mayBeMesh) {
      throw ShareException.mistyped(
          "a share in groups of 4 starts with S and has 6, 10, 14 ... or 66 octets; this one has "
              + octets.length);
    }
    if (!characters.mayBeGroupsOf5() && characters.endsInDash()) {
      throw ShareException.mistyped("a share in groups of 4 ends in a dash: it is cut short");
    }
    if (!mayBeMesh) {
      return portal(octets);
    }
    if (characters.mayBeGroupsOf5() && mayWellBePortal(octets)) {
      throw ShareException.mistyped(
          "without its dashes this share could be in groups of 4 or in groups of 5");
    }
    return mesh(octets);
  }

  private static boolean isMesh(byte[] octets) {
    int length = octets.length - MESH_HEADER;
    return length >= MESH_STEP
        && length <= MESH_MOST
        && length % MESH_STEP == 0
        && (octets[0] & 0xff) == MESH_TYPE
        && (octets[1] & 0xff) >>> 4 > 1;
  }

  private static KeyShare mesh(byte[] octets) {
    int bits = (octets.length - MESH_HEADER) * Byte.SIZE;
    long[] value = new long[PrimeField.mesh(bits).limbs() + 1];
    Limbs.readBigEndian(octets, MESH_HEADER, octets.length - MESH_HEADER, value);
    int quorum = (octets[1] & 0xff) >>> 4;
    int index = (octets[1] & 0xf) + 1;
    Arrays.fill(octets, (byte) 0);
    return new KeyShare(ShareFormat.MESH, quorum, index, bits, value, false);
  }

  /** True if this parses as a portal share and is not improbably short for one. */
  private static boolean mayWellBePortal(byte[] octets) {
    if (octets.length <= PORTAL_LIKELY) {
      return false;
    }
    try {
      portal(octets.clone());
      return true;
    } catch (ShareException e) {
      return false;
    }
  }

  private static KeyShare portal(byte[] octets) {
    int quorum = octets.length < 2 ? 0 : (octets[0] & 0xff) >>> 4;
    if (quorum < 2) {
      throw ShareException.mistyped(
          "the first characters of a share tell a quorum of 2 to 15, but these do not");
    }
    int low = octets[0] & 0xf;
    if (low == XOR_MARK) {
      int length = octets.length - 1;
      long[] value = new long[(length + Long.BYTES - 1) / Long.BYTES];
      Limbs.readLittleEndian(octets, 1, length, value);
      return new KeyShare(ShareFormat.PORTAL_2017_XOR, quorum, 0, length * Byte.SIZE, value, false);
    }
    return polynomial(octets, quorum, low + 1);
  }

  /** Reads a little-endian two's-complement number in its shortest form. */
  private static KeyShare polynomial(byte[] octets, int quorum, int index) {
    int length = octets.length - 1;
    int last = octets[length];
    if (length > 1 && last == octets[length - 1] >> 7) {
      throw ShareException.mistyped(
          "the value of share " + index + " has an octet more than it needs");
    }
    PrimeField field = PrimeField.PORTAL_2017;
    boolean negative = last < 0;
    if (length > PORTAL_MOST || (negative && !Overflow2017.touches(quorum, index))) {
      throw ShareException.outOfField(index);
    }
    long[] value = new long[field.limbs() + 1];
    byte[] whole = new byte[value.length * Long.BYTES];
    Arrays.fill(whole, (byte) (last >> 7));
    System.arraycopy(octets, 1, whole, 0, length);
    Limbs.readLittleEndian(whole, 0, whole.length, value);
    if (negative) {
      field.addPrime(value, -1);
      value[field.limbs()] = 0;
    }
    Arrays.fill(whole, (byte) 0);
    Arrays.fill(octets, (byte) 0);
    if (!field.contains(value)) {
      throw ShareException.outOfField(index);
    }
    return new KeyShare(ShareFormat.PORTAL_2017, quorum, index, PORTAL_BITS, value, negative);
  }

  static String of(KeyShare share) {
    byte[] octets = octets(share);
    int group = share.format().groupSize();
    String text = Base32.encode(octets, group);
    Arrays.fill(octets, (byte) 0);
    boolean lastGroupIsFull = (text.length() + 1) % (group + 1) == 0;
    // The reference implementation writes a dash after every full group, the last one too.
    return share.format() != ShareFormat.MESH && lastGroupIsFull ? text + "-" : text;
  }

  /** The octets that the text writes in base32; the caller clears them. */
  static byte[] octets(KeyShare share) {
    return switch (share.format()) {
      case MESH -> meshOctets(share);
      case PORTAL_2017 -> portalOctets(share);
      case PORTAL_2017_XOR -> xorOctets(share);
    };
  }

  private static byte[] meshOctets(KeyShare share) {
    byte[] octets = new byte[MESH_HEADER + share.bits() / Byte.SIZE];
    octets[0] = (byte) MESH_TYPE;
    octets[1] = (byte) (share.quorum() << 4 | (share.index() - 1));
    Limbs.writeBigEndian(share.value(), octets, MESH_HEADER, octets.length - MESH_HEADER);
    return octets;
  }

  private static byte[] portalOctets(KeyShare share) {
    long[] value = share.value().clone();
    if (share.negative()) {
      value[value.length - 1] = -share.field().subtractPrime(value);
    }
    byte[] whole = new byte[value.length * Long.BYTES];
    Limbs.writeLittleEndian(value, whole, 0, whole.length);
    int length = whole.length;
    while (length > 1 && whole[length - 1] == whole[length - 2] >> 7) {
      length--;
    }
    byte[] octets = new byte[1 + length];
    octets[0] = (byte) (share.quorum() << 4 | (share.index() - 1));
    System.arraycopy(whole, 0, octets, 1, length);
    Arrays.fill(whole, (byte) 0);
    Arrays.fill(value, 0);
    return octets;
  }

  private static byte[] xorOctets(KeyShare share) {
    byte[] octets = new byte[1 + share.bits() / Byte.SIZE];
    octets[0] = (byte) (share.quorum() << 4 | XOR_MARK);
    Limbs.writeLittleEndian(share.value(), octets, 1, octets.length - 1);
    return octets;
  }
}
