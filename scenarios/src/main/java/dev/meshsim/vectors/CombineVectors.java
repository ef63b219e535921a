package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.share.ShareException;
import dev.meshsim.udf.Base32;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for combining shares: valid sets, and sets that must be refused. */
final class CombineVectors {

  private static final int OCTETS = 16;

  private final VectorFile file =
      new VectorFile(
          "share_combine",
          "ShareCombineTest",
          "A test gives shares in the order they are given, and the secret that comes back,",
          "hexadecimal. Where there is an identifier, the secret must be the one that it names.",
          "An invalid test must give no secret.");
  private final World world;
  private final ObjectNode mesh = file.group(Dialect.MESH).put("format", "MESH");
  private final ObjectNode portal = file.group(Dialect.PORTAL_2017).put("format", "PORTAL_2017");

  private CombineVectors(World world) {
    this.world = world;
  }

  /** Shares of one secret. */
  private record Split(Bytes secret, List<BigInteger> coefficients, List<String> shares) {

    List<String> at(int... indexes) {
      List<String> some = new ArrayList<>();
      for (int index : indexes) {
        some.add(shares.get(index - 1));
      }
      return some;
    }
  }

  static VectorFile make(World world) {
    CombineVectors vectors = new CombineVectors(world);
    vectors.mesh();
    vectors.portal();
    vectors.overflow();
    vectors.exclusiveOr();
    return vectors.file;
  }

  private void mesh() {
    Split three = meshSplit(3, 6, OCTETS, "mesh three");
    Split other = meshSplit(3, 6, OCTETS, "mesh other");
    Split two = meshSplit(2, 16, OCTETS, "mesh two");
    good(mesh, "the first three", three, three.at(1, 2, 3), Flag.NORMAL);
    good(mesh, "any order", three, three.at(5, 1, 4), Flag.NORMAL);
    good(mesh, "all", three, three.shares(), Flag.SURPLUS);
    good(mesh, "quorum 2", two, two.at(1, 3), Flag.NORMAL);
    good(mesh, "quorum 2, the 16th share", two, two.at(16, 3), Flag.INDEX_16);
    for (int octets : new int[] {4, 32, 64}) {
      Split sized = meshSplit(4, 4, octets, "mesh " + octets);
      good(mesh, octets * 8 + " bits", sized, sized.shares(), Flag.NORMAL);
    }
    common(mesh, three, other);
    String swappedQuorum = meshShare(two, 4, 3);
    bad(mesh, "the quorum nibble of one", with(three.at(1, 2), swappedQuorum), Flag.WRONG_QUORUM)
        .invalid(ShareException.Code.MIXED_QUORUM);
    Split longer = meshSplit(3, 6, 20, "mesh longer");
    bad(mesh, "one of 160 bits", with(three.at(1, 2), longer.shares().get(2)), Flag.MIXED)
        .invalid(ShareException.Code.MIXED_LENGTH);
    bad(mesh, "another type octet", List.of("R" + three.at(1).get(0).substring(1)), Flag.MISTYPED)
        .invalid(ShareException.Code.MISTYPED);
    bad(mesh, "a quorum of 1", List.of(meshShare(two, 1, 1)), Flag.MISTYPED)
        .invalid(ShareException.Code.MISTYPED);
  }

  private void portal() {
    Split two = portalSplit(2, 5, "portal two");
    Split three = portalSplit(3, 6, "portal three");
    Split other = portalSplit(3, 6, "portal other");
    good(portal, "quorum 3", three, three.at(1, 2, 3), Flag.NORMAL);
    good(portal, "any order", three, three.at(5, 1, 4), Flag.NORMAL);
    good(portal, "all", three, three.shares(), Flag.SURPLUS);
    for (int[] pair : new int[][] {{1, 2}, {1, 3}, {2, 3}, {4, 1}, {3, 4}}) {
      String comment = "shares " + pair[0] + " and " + pair[1];
      good(portal, comment, two, two.at(pair), Flag.EVEN_QUORUM);
    }
    Split four = portalSplit(4, 5, "portal four");
    good(portal, "quorum 4", four, four.at(1, 2, 3, 4), Flag.EVEN_QUORUM);
    common(portal, three, other);
    String wrongNibble =
        PlainShares.portal(4, 3, PlainShares.value(three.coefficients(), 3, prime()));
    bad(portal, "the quorum nibble of one", with(three.at(1, 2), wrongNibble), Flag.WRONG_QUORUM)
        .invalid(ShareException.Code.MIXED_QUORUM);
    bad(portal, "the prime itself", List.of(PlainShares.portal(3, 1, prime())), Flag.OUT_OF_FIELD)
        .invalid(ShareException.Code.OUT_OF_FIELD);
    BigInteger negative = BigInteger.valueOf(-1);
    bad(portal, "minus one", List.of(PlainShares.portal(3, 1, negative)), Flag.OUT_OF_FIELD)
        .invalid(ShareException.Code.OUT_OF_FIELD);
    byte[] wide = {0x30, 0x12, 0x34, 0x00};
    bad(portal, "a zero octet too many", List.of(Base32.encode(wide, 5)), Flag.NOT_MINIMAL)
        .invalid(ShareException.Code.MISTYPED);
    Split mesh = meshSplit(3, 6, OCTETS, "mesh mixed");
    bad(portal, "one of the other format", with(three.at(1, 2), mesh.at(3).get(0)), Flag.MIXED)
        .invalid(ShareException.Code.MIXED_FORMAT);
  }

  /** Failures of both formats, with a quorum of 3. */
  private void common(ObjectNode group, Split three, Split other) {
    bad(group, "two of three", three.at(1, 2), Flag.NO_QUORUM).invalid(ShareException.Code.TOO_FEW);
    bad(group, "none", List.of(), Flag.NO_QUORUM).invalid(ShareException.Code.TOO_FEW);
    bad(group, "one twice", three.at(1, 2, 1), Flag.DUPLICATE)
        .invalid(ShareException.Code.DUPLICATE);
    bad(group, "one index twice", with(three.at(1, 2), other.at(2).get(0)), Flag.DUPLICATE)
        .invalid(ShareException.Code.DUPLICATE);
    bad(
            group,
            "one of another split",
            with(three.at(1, 2, 3), other.at(4).get(0)),
            Flag.OFF_POLYNOMIAL)
        .invalid(ShareException.Code.DISAGREE);
    bad(group, "one of five", with(three.at(1, 2, 3, 5), other.at(4).get(0)), Flag.OFF_POLYNOMIAL)
        .invalid(ShareException.Code.WRONG_SHARE);
    bad(
            group,
            "a quorum of two splits",
            with(three.at(1, 2), other.at(3).get(0)),
            Flag.WRONG_SECRET)
        .put("identifier", SplitVectors.identifier(format(group), three.secret()))
        .invalid(ShareException.Code.WRONG_SECRET);
    bad(group, "another secret's identifier", three.at(1, 2, 3), Flag.WRONG_SECRET)
        .put("identifier", SplitVectors.identifier(format(group), other.secret()))
        .invalid(ShareException.Code.WRONG_SECRET);
    String first = three.at(1).get(0);
    String spare =
        first.substring(0, first.length() - 1) + (char) (first.charAt(first.length() - 1) + 1);
    replaced(group, "the last bit set", three, spare, Flag.SPARE_BITS);
    replaced(
        group,
        "a character short",
        three,
        first.substring(0, 2) + first.substring(3),
        Flag.MISTYPED);
    replaced(
        group,
        "a character that is none",
        three,
        first.substring(0, 2) + "!" + first.substring(3),
        Flag.MISTYPED);
    replaced(group, "a group doubled", three, first.substring(0, 6) + first, Flag.MISTYPED);
    String lower = first.toLowerCase(Locale.ROOT);
    List<String> handWritten = with(three.at(2, 3), lower);
    bad(group, "lower case", handWritten, Flag.FORGIVEN)
        .put("secret", three.secret().hex())
        .acceptable();
    List<String> zeros =
        with(three.at(2, 3), first.replace('O', '0').replace('I', '1').replace('B', '8'));
    bad(group, "0 for O, 1 for I, 8 for B", zeros, Flag.FORGIVEN)
        .put("secret", three.secret().hex())
        .acceptable();
    bad(group, "spaces for dashes", with(three.at(2, 3), first.replace('-', ' ')), Flag.FORGIVEN)
        .put("secret", three.secret().hex())
        .acceptable();
  }

  private void overflow() {
    ObjectNode group = file.group(Dialect.PORTAL_2017).put("format", "PORTAL_2017");
    RandomStream random = world.stream("vectors", "overflow");
    Bytes secret = Bytes.of(random.bytes(OCTETS));
    List<BigInteger> coefficients =
        PlainShares.coefficients(PlainShares.littleEndian(secret.toArray()), 10, OCTETS, random);
    List<String> shares = new ArrayList<>();
    for (int x = 1; x <= 15; x++) {
      shares.add(PlainShares.portal(10, x, PlainShares.spoiled(coefficients, x)));
    }
    Split spoiled = new Split(secret, coefficients, shares);
    good(
        group,
        "quorum 10, none of the shares spoiled",
        spoiled,
        spoiled.at(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        Flag.EVEN_QUORUM);
    bad(
            group,
            "11 shares, five of them spoiled",
            spoiled.at(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15),
            Flag.OVERFLOW_2017)
        .put("secret", secret.hex())
        .acceptable();
    bad(
            group,
            "10 shares, one spoiled, and the identifier",
            spoiled.at(1, 2, 3, 4, 5, 6, 7, 8, 9, 15),
            Flag.OVERFLOW_2017)
        .put("identifier", SplitVectors.identifier(UdfFormat.PORTAL_2017, secret))
        .put("secret", secret.hex())
        .acceptable();
  }

  private void exclusiveOr() {
    ObjectNode group = file.group(Dialect.PORTAL_2017).put("format", "PORTAL_2017_XOR");
    for (int[] size : new int[][] {{2, 16}, {3, 8}, {4, 11}}) {
      RandomStream random = world.stream("vectors", "combine xor " + size[0]);
      byte[] secret = random.bytes(size[1]);
      List<String> shares = SplitVectors.xorShares(secret, size[0], random);
      Split split = new Split(Bytes.of(secret), List.of(), shares);
      good(group, "all " + size[0] + " shares", split, shares, Flag.XOR);
      bad(group, "one missing", shares.subList(1, shares.size()), Flag.NO_QUORUM)
          .invalid(ShareException.Code.XOR_COUNT);
      bad(group, "one twice", with(shares.subList(1, shares.size()), shares.get(1)), Flag.DUPLICATE)
          .invalid(ShareException.Code.DUPLICATE);
    }
  }

  private void good(ObjectNode group, String comment, Split split, List<String> shares, Flag flag) {
    bad(group, comment, shares, flag)
        .put("identifier", SplitVectors.identifier(format(group), split.secret()))
        .put("secret", split.secret().hex())
        .valid();
  }

  private void replaced(ObjectNode group, String comment, Split split, String first, Flag flag) {
    bad(group, comment, with(split.at(2, 3), first), flag).invalid(ShareException.Code.MISTYPED);
  }

  private VectorTest bad(ObjectNode group, String comment, List<String> shares, Flag flag) {
    return file.test(group, comment, flag).put("shares", shares);
  }

  private Split meshSplit(int quorum, int count, int octets, String purpose) {
    RandomStream random = world.stream("vectors", purpose);
    Bytes secret = Bytes.of(random.bytes(octets));
    List<BigInteger> coefficients =
        PlainShares.fitting(new BigInteger(1, secret.toArray()), quorum, count, octets, random);
    Split split = new Split(secret, coefficients, new ArrayList<>());
    for (int x = 1; x <= count; x++) {
      split.shares().add(meshShare(split, quorum, x));
    }
    return split;
  }

  /** A share with the given quorum in its first octet, whether that is valid or not. */
  private static String meshShare(Split split, int quorum, int x) {
    int octets = split.secret().length();
    BigInteger prime = PlainShares.meshPrime(octets * Byte.SIZE);
    return PlainShares.mesh(quorum, x, PlainShares.value(split.coefficients(), x, prime), octets);
  }

  private Split portalSplit(int quorum, int count, String purpose) {
    RandomStream random = world.stream("vectors", purpose);
    Bytes secret = Bytes.of(random.bytes(OCTETS));
    List<BigInteger> coefficients =
        PlainShares.coefficients(
            PlainShares.littleEndian(secret.toArray()), quorum, OCTETS, random);
    List<String> shares = new ArrayList<>();
    for (int x = 1; x <= count; x++) {
      shares.add(PlainShares.portal(quorum, x, PlainShares.value(coefficients, x, prime())));
    }
    return new Split(secret, coefficients, shares);
  }

  private static BigInteger prime() {
    return PlainShares.PORTAL_PRIME;
  }

  private static UdfFormat format(ObjectNode group) {
    return Dialect.named(group.path("dialect").stringValue()).udfFormat();
  }

  private static List<String> with(List<String> shares, String more) {
    List<String> all = new ArrayList<>(shares);
    all.add(more);
    return all;
  }
}
