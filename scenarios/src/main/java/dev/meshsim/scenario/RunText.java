package dev.meshsim.scenario;

import dev.meshsim.bytes.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The value of {@code {run}} in the steps of a case: a short text that differs between the runs of
 * a case, so that an account's name can be made again at one portal. Every value has one length, so
 * that what the reader has checked stays right.
 *
 * @param text lower-case letters and digits, the first a letter
 */
public record RunText(String text) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String ALPHABET = LETTERS + "234567";
  private static final int CHARS = 12;

  /** The value while a file is read; it stands for the later one and occurs nowhere else. */
  public static RunText written(String digest, Optional<String> row) {
    return derived("mesh-sim run written v1", 0, digest + " " + row.orElse(""));
  }

  /** The value in a run with this seed. */
  static RunText inRun(long seed, String seedName) {
    return derived("mesh-sim run v1", seed, seedName);
  }

  /** The text with this value in the place of another. */
  String instead(RunText old, String in) {
    return in.replace(old.text, text);
  }

  private static RunText derived(String domain, long seed, String name) {
    byte[] digest = digest(domain, seed, name);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < CHARS; i++) {
      String from = i == 0 ? LETTERS : ALPHABET;
      text.append(from.charAt((digest[i] & 0xff) % from.length()));
    }
    return new RunText(text.toString());
  }

  private static byte[] digest(String domain, long seed, String name) {
    MessageDigest digest = Sha256.begin();
    digest.update(domain.getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    return digest.digest();
  }
}
