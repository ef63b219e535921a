package dev.meshsim.jose.key;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;

/**
 * The eight numbers of an RSA private key (RFC 8017 3.2), with their names in a JWK (RFC 7518 6.3).
 *
 * @param n the modulus
 * @param e the public exponent
 * @param d the private exponent
 * @param p the first prime
 * @param q the second prime
 * @param dp the exponent {@code d} modulo {@code p - 1}
 * @param dq the exponent {@code d} modulo {@code q - 1}
 * @param qi the inverse of {@code q} modulo {@code p}
 */
record RsaNumbers(
    BigInteger n,
    BigInteger e,
    BigInteger d,
    BigInteger p,
    BigInteger q,
    BigInteger dp,
    BigInteger dq,
    BigInteger qi) {

  /** True if every relation of RFC 8017 3.2 between them holds. */
  boolean arePair() {
    if (p.compareTo(BigInteger.TWO) <= 0 || q.compareTo(BigInteger.TWO) <= 0) {
      return false;
    }
    BigInteger p1 = p.subtract(BigInteger.ONE);
    BigInteger q1 = q.subtract(BigInteger.ONE);
    return !p.equals(q)
        && p.multiply(q).equals(n)
        && d.signum() > 0
        && d.compareTo(n) < 0
        && dp.equals(d.mod(p1))
        && dq.equals(d.mod(q1))
        && e.multiply(dp).mod(p1).equals(BigInteger.ONE)
        && e.multiply(dq).mod(q1).equals(BigInteger.ONE)
        && qi.signum() > 0
        && qi.compareTo(p) < 0
        && qi.multiply(q).mod(p).equals(BigInteger.ONE);
  }

  /** The private members in the order of RFC 7518 6.3.2, big-endian without leading zero octets. */
  Map<String, byte[]> members() {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("d", BigIntegers.asUnsignedByteArray(d));
    members.put("p", BigIntegers.asUnsignedByteArray(p));
    members.put("q", BigIntegers.asUnsignedByteArray(q));
    members.put("dp", BigIntegers.asUnsignedByteArray(dp));
    members.put("dq", BigIntegers.asUnsignedByteArray(dq));
    members.put("qi", BigIntegers.asUnsignedByteArray(qi));
    return members;
  }

  /** The size of the modulus, and no number. */
  @Override
  public String toString() {
    return "RsaNumbers[" + n.bitLength() + " bits]";
  }
}
