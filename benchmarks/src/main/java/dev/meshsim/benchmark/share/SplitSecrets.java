package dev.meshsim.benchmark.share;

import com.codahale.shamir.Scheme;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * A secret split once by each implementation, with every quorum of shares in the form that each
 * implementation takes. {@link #next()} walks through the subsets in a fixed shuffled order, so
 * that no implementation gets one subset repeatedly.
 */
final class SplitSecrets {

  private static final ShamirSecretSplitter.Algorithm FIELD = ShamirSecretSplitter.Algorithm.AES;

  private static final int CHECKED = 100;

  final Scheme codahale;
  final TextbookSharing textbook;
  final List<List<KeyShare>> ours = new ArrayList<>();
  final List<Map<Integer, byte[]>> codahaleParts = new ArrayList<>();
  final List<ShamirSplitSecretShare[]> bouncyParts = new ArrayList<>();
  final List<Map<Integer, BigInteger>> textbookParts = new ArrayList<>();
  private int position;

  SplitSecrets(int octets, int quorum, int shares) {
    RandomStream stream = World.seeded(1).stream("benchmark", "split");
    SecureRandom random = stream.asSecureRandom();
    byte[] secret = stream.bytes(octets);
    codahale = new Scheme(random, shares, quorum);
    textbook = new TextbookSharing(octets * Byte.SIZE, random);
    List<KeyShare> split;
    try (Secret own = Secret.of(SecretBytes.copyOf(secret))) {
      split = own.split(quorum, shares, stream);
    }
    Map<Integer, byte[]> codahaleAll = codahale.split(secret);
    ShamirSplitSecretShare[] bouncyAll =
        new ShamirSecretSplitter(FIELD, ShamirSecretSplitter.Mode.Table, octets, random)
            .resplit(secret, quorum, shares)
            .getSecretShares();
    Map<Integer, BigInteger> textbookAll = textbook.split(secret, quorum, shares);
    for (List<Integer> subset : subsets(quorum, shares)) {
      ours.add(subset.stream().map(x -> split.get(x - 1)).toList());
      bouncyParts.add(
          subset.stream().map(x -> bouncyAll[x - 1]).toArray(ShamirSplitSecretShare[]::new));
      Map<Integer, byte[]> codahaleSubset = new HashMap<>();
      Map<Integer, BigInteger> textbookSubset = new TreeMap<>();
      for (int x : subset) {
        codahaleSubset.put(x, codahaleAll.get(x));
        textbookSubset.put(x, textbookAll.get(x));
      }
      codahaleParts.add(codahaleSubset);
      textbookParts.add(textbookSubset);
    }
    check(secret);
  }

  /** Requires right results of all implementations, since a wrong one would not be comparable. */
  private void check(byte[] secret) {
    for (int i = 0; i < Math.min(ours.size(), CHECKED); i++) {
      try (Secret found = new Secret(ours.get(i));
          SecretBytes octets = found.bytes()) {
        if (!Arrays.equals(secret, octets.expose())
            || !Arrays.equals(secret, codahale.join(codahaleParts.get(i)))
            || !Arrays.equals(secret, bouncy(ShamirSecretSplitter.Mode.Native, i))
            || !Arrays.equals(secret, bouncy(ShamirSecretSplitter.Mode.Table, i))
            || !new BigInteger(1, secret)
                .equals(new BigInteger(1, textbook.combine(textbookParts.get(i))))) {
          throw new IllegalStateException(
              "an implementation recovers another secret from subset " + i);
        }
      }
    }
  }

  byte[] bouncy(ShamirSecretSplitter.Mode mode, int subset) {
    try {
      return new ShamirSplitSecret(FIELD, mode, bouncyParts.get(subset)).getSecret();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The position of the next subset; the first follows the last. */
  int next() {
    position = position + 1 == ours.size() ? 0 : position + 1;
    return position;
  }

  private static List<List<Integer>> subsets(int quorum, int shares) {
    List<List<Integer>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << shares; bits++) {
      if (Integer.bitCount(bits) == quorum) {
        List<Integer> subset = new ArrayList<>();
        for (int x = 1; x <= shares; x++) {
          if ((bits >>> (x - 1) & 1) != 0) {
            subset.add(x);
          }
        }
        subsets.add(subset);
      }
    }
    Collections.shuffle(subsets, World.seeded(2).stream("benchmark", "order").asSecureRandom());
    return subsets;
  }
}
