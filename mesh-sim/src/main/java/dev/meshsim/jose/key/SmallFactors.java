package dev.meshsim.jose.key;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A sieve over the odd numbers that follow a large one. It answers for all of them what Bouncy
 * Castle's {@code BigIntegers.hasAnySmallFactors} answers for one: whether an odd prime up to
 * {@value #LARGEST} divides it.
 */
final class SmallFactors {

  /** The largest prime that Bouncy Castle tries. */
  private static final int LARGEST = 743;

  private static final List<Group> GROUPS = groups();

  private SmallFactors() {}

  /**
   * Finds the odd numbers that have a small factor.
   *
   * @param first an odd number over {@value #LARGEST}
   * @param count how many numbers are sieved: {@code first}, {@code first + 2} and so on
   * @return the set of all n below {@code count} for which {@code first + 2n} has a small factor
   */
  static BitSet sieve(BigInteger first, int count) {
    BitSet divided = new BitSet(count);
    int[] words = words(first);
    for (Group group : GROUPS) {
      int rest = group.rest(words);
      for (int prime : group.primes) {
        // first + 2n is a multiple of the prime: n is half of what first lacks, modulo the prime.
        int lacks = (prime - rest % prime) % prime;
        int n = lacks % 2 == 0 ? lacks / 2 : (lacks + prime) / 2;
        for (; n < count; n += prime) {
          divided.set(n);
        }
      }
    }
    return divided;
  }

  /** The 32-bit words of a positive number, the highest first. */
  private static int[] words(BigInteger number) {
    int[] words = new int[(number.bitLength() + Integer.SIZE - 1) / Integer.SIZE];
    BigInteger rest = number;
    for (int i = words.length - 1; i >= 0; i--) {
      words[i] = rest.intValue();
      rest = rest.shiftRight(Integer.SIZE);
    }
    return words;
  }

  private static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Integer> primes = new ArrayList<>();
    long product = 1;
    for (int n = 3; n <= LARGEST; n += 2) {
      if (!BigInteger.valueOf(n).isProbablePrime(100)) {
        continue;
      }
      if (product * n > Integer.MAX_VALUE) {
        groups.add(Group.of(primes));
        primes.clear();
        product = 1;
      }
      primes.add(n);
      product *= n;
    }
    groups.add(Group.of(primes));
    return List.copyOf(groups);
  }

  /** Primes whose product fits an int, so that one pass over a large number serves all of them. */
  private static final class Group {

    private final int[] primes;
    private final long product;

    private Group(int[] primes, long product) {
      this.primes = primes;
      this.product = product;
    }

    private static Group of(List<Integer> primes) {
      return new Group(
          primes.stream().mapToInt(Integer::intValue).toArray(),
          primes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
    }

    private int rest(int[] words) {
      long rest = 0;
      for (int word : words) {
        rest = (rest << Integer.SIZE | Integer.toUnsignedLong(word)) % product;
      }
      return (int) rest;
    }
  }
}
