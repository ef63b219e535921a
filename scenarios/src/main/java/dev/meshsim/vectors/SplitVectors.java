package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.share.ShareException;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for splits: a secret, a polynomial, and the resulting shares. */
final class SplitVectors {

  private static final Bytes SECRET = Bytes.hex("af5bca9e0ec3b792e47f626c7206d6c3");

  private final VectorFile file =
      new VectorFile(
          "share_split",
          "ShareSplitTest",
          "A test gives the shares of secret, hexadecimal, for a polynomial: coefficients are big-",
          "endian numbers in hexadecimal, the secret's own first. The form of the reference where",
          "every share is needed has no polynomial. identifier is the fingerprint of the secret.",
          "An invalid test is a split that must be refused.");
  private final World world;
  private final ObjectNode mesh = file.group(Dialect.MESH).put("format", "MESH");
  private final ObjectNode portal = file.group(Dialect.PORTAL_2017).put("format", "PORTAL_2017");

  private SplitVectors(World world) {
    this.world = world;
  }

  static VectorFile make(World world) {
    return new SplitVectors(world).fill();
  }

  private VectorFile fill() {
    mesh(
        "mesh-udf-08 4.5.2",
        SECRET,
        List.of(
            number(SECRET),
            new BigInteger("126762089792170608903312444329538480608"),
            new BigInteger("126304503337624346742642891243773770076")),
        5,
        Flag.PUBLISHED);
    int[][] splits = {{2, 2, 4}, {2, 4, 16}, {3, 5, 24}, {8, 15, 32}, {15, 15, 64}};
    for (int[] split : splits) {
      RandomStream random = world.stream("vectors", "split " + split[0] + " of " + split[1]);
      Bytes secret = Bytes.of(random.bytes(split[2]));
      mesh(
          "",
          secret,
          PlainShares.fitting(number(secret), split[0], split[1], split[2], random),
          split[1],
          Flag.NORMAL);
    }
    impossible(mesh, "quorum 1", 16, 1, 3, ShareException.Code.QUORUM);
    impossible(mesh, "quorum over the number of shares", 16, 4, 3, ShareException.Code.QUORUM);
    impossible(mesh, "one share", 16, 2, 1, ShareException.Code.COUNT);
    impossible(mesh, "16 shares", 16, 2, 16, ShareException.Code.COUNT);
    impossible(mesh, "40 bits", 5, 2, 3, ShareException.Code.BITS);
    impossible(mesh, "544 bits", 68, 2, 3, ShareException.Code.BITS);

    for (int[] split : new int[][] {{2, 4}, {3, 5}, {4, 5}, {7, 15}, {8, 15}}) {
      portal(split[0], split[1], split[0] % 2 == 0 ? Flag.EVEN_QUORUM : Flag.NORMAL);
    }
    exclusiveOr(2, 16);
    exclusiveOr(3, 8);
    impossible(portal, "quorum 1", 16, 1, 3, ShareException.Code.QUORUM);
    impossible(portal, "16 shares", 16, 2, 16, ShareException.Code.COUNT);
    impossible(portal, "64 bits", 8, 2, 3, ShareException.Code.BITS);
    return file;
  }

  private void mesh(
      String comment, Bytes secret, List<BigInteger> coefficients, int count, Flag flag) {
    BigInteger prime = PlainShares.meshPrime(secret.length() * Byte.SIZE);
    List<String> shares = new ArrayList<>();
    for (int x = 1; x <= count; x++) {
      BigInteger value = PlainShares.value(coefficients, x, prime);
      shares.add(PlainShares.mesh(coefficients.size(), x, value, secret.length()));
    }
    test(mesh, comment, secret, coefficients.size(), count, flag)
        .put("identifier", identifier(UdfFormat.MESH, secret))
        .put("coefficients", coefficients.stream().map(a -> a.toString(16)).toList())
        .put("shares", shares)
        .valid();
  }

  private void portal(int quorum, int count, Flag flag) {
    RandomStream random = world.stream("vectors", "portal " + quorum + " of " + count);
    Bytes secret = Bytes.of(random.bytes(16));
    List<BigInteger> coefficients =
        PlainShares.coefficients(
            PlainShares.littleEndian(secret.toArray()), quorum, secret.length(), random);
    List<String> shares = new ArrayList<>();
    for (int x = 1; x <= count; x++) {
      BigInteger value = PlainShares.value(coefficients, x, PlainShares.PORTAL_PRIME);
      shares.add(PlainShares.portal(quorum, x, value));
    }
    test(portal, "", secret, quorum, count, flag)
        .put("identifier", identifier(UdfFormat.PORTAL_2017, secret))
        .put("coefficients", coefficients.stream().map(a -> a.toString(16)).toList())
        .put("shares", shares)
        .valid();
  }

  private void exclusiveOr(int count, int octets) {
    RandomStream random = world.stream("vectors", "xor " + count);
    byte[] secret = random.bytes(octets);
    test(portal, "every share is needed", Bytes.of(secret), count, count, Flag.XOR)
        .put("identifier", identifier(UdfFormat.PORTAL_2017, Bytes.of(secret)))
        .put("shares", xorShares(secret, count, random))
        .valid();
  }

  /** Shares of the XOR form: random strings, and last their exclusive or with the secret. */
  static List<String> xorShares(byte[] secret, int count, RandomStream random) {
    byte[] last = secret.clone();
    List<String> shares = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      byte[] drawn = random.bytes(secret.length);
      for (int k = 0; k < last.length; k++) {
        last[k] ^= drawn[k];
      }
      shares.add(PlainShares.exclusiveOr(count, drawn));
    }
    shares.add(PlainShares.exclusiveOr(count, last));
    return shares;
  }

  private void impossible(
      ObjectNode group, String comment, int octets, int quorum, int count, ErrorCode error) {
    test(group, comment, Bytes.of(new byte[octets]), quorum, count, Flag.IMPOSSIBLE_SPLIT)
        .invalid(error);
  }

  private VectorTest test(
      ObjectNode group, String comment, Bytes secret, int quorum, int count, Flag flag) {
    return file.test(group, comment, flag)
        .put("secret", secret.hex())
        .put("quorum", quorum)
        .put("count", count);
  }

  /** The identifier of a secret: its fingerprint. */
  static String identifier(UdfFormat format, Bytes secret) {
    return Udf.fingerprint(format, ContentTypes.MMM_ESCROWED, secret).text();
  }

  private static BigInteger number(Bytes secret) {
    return new BigInteger(1, secret.toArray());
  }
}
