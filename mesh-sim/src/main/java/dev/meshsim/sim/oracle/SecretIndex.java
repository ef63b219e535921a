package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.sim.oracle.fact.SecretScan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of a run, and the search for them in texts and files. A text is searched once for all
 * of them, in a time that depends on its length only.
 *
 * <p>A secret is found raw, in hexadecimal of either case, in base32, in base64 and in base64url,
 * wherever it begins in the encoded octets, also if the encoding is wrapped or grouped, and in
 * base64 within base64. 16 octets in a row of a secret are enough, if they begin at a multiple of
 * 16 of its octets or end it.
 */
public final class SecretIndex {

  /** The fewest octets of a secret; a shorter one could be anywhere by chance. */
  public static final int SHORTEST = 16;

  /** The fewest octets of a canary: a text that is chosen so that it is nowhere by chance. */
  public static final int SHORTEST_CANARY = 8;

  private final SecretScan scan = new SecretScan();

  /**
   * A secret that was found.
   *
   * @param secret the name that it was added with
   * @param form how it is written
   * @param at the place of its end in the searched octets; in base64 within base64 that of the
   *     outermost
   */
  public record Found(String secret, String form, int at) {

    @Override
    public String toString() {
      return secret + ", " + form + ", at octet " + at;
    }
  }

  /**
   * Adds a secret.
   *
   * @param name its name in findings
   * @param secret at least {@value #SHORTEST} octets; copied
   * @throws IllegalArgumentException if it is shorter
   */
  public void add(String name, byte[] secret) {
    if (secret.length < SHORTEST) {
      throw new IllegalArgumentException("a secret has at least " + SHORTEST + " octets");
    }
    for (int from = 0; from + SHORTEST <= secret.length; from += SHORTEST) {
      scan.add(name, secret, from, SHORTEST);
    }
    scan.add(name, secret, secret.length - SHORTEST, SHORTEST);
  }

  /**
   * Adds a canary; one of 16 octets or more is a secret like others.
   *
   * @param text at least {@value #SHORTEST_CANARY} octets in UTF-8
   * @throws IllegalArgumentException if it is shorter
   */
  public void addCanary(String name, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    if (octets.length < SHORTEST_CANARY) {
      throw new IllegalArgumentException("a canary has at least " + SHORTEST_CANARY + " octets");
    }
    if (octets.length >= SHORTEST) {
      add(name, octets);
    } else {
      scan.add(name, octets, 0, octets.length);
    }
  }

  /** True if there is no secret yet. */
  public boolean isEmpty() {
    return scan.isEmpty();
  }

  /** The first secret in a text. */
  public Optional<Found> find(String text) {
    return find(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first secret in octets. */
  public Optional<Found> find(Bytes octets) {
    return find(octets.toArray());
  }

  /** The first secret in octets: those of a file, for example. */
  public Optional<Found> find(byte[] octets) {
    return scan.find(octets).map(hit -> new Found(hit.secret(), hit.form(), hit.at()));
  }

  /** The secrets in several texts, the first of each. */
  public List<Found> findAll(List<String> texts) {
    return texts.stream().map(this::find).flatMap(Optional::stream).toList();
  }
}
