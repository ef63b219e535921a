package dev.meshsim.sim.oracle.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for many secrets at once. One pass keeps the latest octets of a text, raw and decoded
 * as base64 in every phase, and looks them up; runs of characters that are long enough to be base16
 * or base32 are decoded too. A run of base64 that is a text is searched like the text around it.
 */
public final class SecretScan {

  /** How deep base64 within base64 is read: an envelope, an entry, a profile, a device, a key. */
  private static final int DEPTH = 8;

  /** The octets by which a text is told from other content. */
  private static final int PRINTABLE = 16;

  private static final Alphabet HEX =
      new Alphabet("0123456789abcdef", "0123456789ABCDEF", " \t\r\n:");
  private static final Alphabet UPPER32 =
      new Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "", " \t\r\n-");
  private static final Alphabet LOWER32 =
      new Alphabet("abcdefghijklmnopqrstuvwxyz234567", "", " \t\r\n-");
  private static final Alphabet BASE64 =
      new Alphabet(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
          " \t\r\n\\");

  private final List<String> names = new ArrayList<>();
  private Windows[] windows = {};
  private int shortest = Integer.MAX_VALUE;

  /** A secret that was found; see {@link dev.meshsim.sim.oracle.SecretIndex.Found}. */
  public record Hit(String secret, String form, int at) {}

  /** Adds octets to look for, 1 to 16 of them. */
  public void add(String name, byte[] secret, int from, int octets) {
    Windows length =
        Arrays.stream(windows)
            .filter(w -> w.octets == octets)
            .findFirst()
            .orElseGet(
                () -> {
                  windows = Arrays.copyOf(windows, windows.length + 1);
                  windows[windows.length - 1] = new Windows(octets);
                  return windows[windows.length - 1];
                });
    shortest = Math.min(shortest, octets);
    if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
      names.add(name);
    }
    length.add(secret, from, names.size() - 1);
  }

  /** True if nothing was added. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The first secret in {@code text}. */
  public Optional<Hit> find(byte[] text) {
    return isEmpty() ? Optional.empty() : Optional.ofNullable(find(text, text.length, 0));
  }

  private @Nullable Hit find(byte[] text, int length, int depth) {
    Hit hit = raw(text, length);
    if (hit == null) {
      hit = runs(text, length, HEX, 4, depth);
    }
    if (hit == null) {
      hit = runs(text, length, UPPER32, 5, depth);
    }
    if (hit == null) {
      hit = runs(text, length, LOWER32, 5, depth);
    }
    return hit == null ? runs(text, length, BASE64, 6, depth) : hit;
  }

  private @Nullable Hit raw(byte[] text, int length) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < length; i++) {
      high = high << Byte.SIZE | low >>> (Long.SIZE - Byte.SIZE);
      low = low << Byte.SIZE | (text[i] & 0xff);
      for (Windows each : windows) {
        int found = i + 1 < each.octets ? -1 : each.find(high, low);
        if (found >= 0) {
          return new Hit(names.get(found), "raw", i);
        }
      }
    }
    return null;
  }

  /** Looks into each run of characters of an alphabet that is long enough to hold a secret. */
  private @Nullable Hit runs(byte[] text, int length, Alphabet alphabet, int bits, int depth) {
    int needed = (shortest * Byte.SIZE + bits - 1) / bits;
    int begin = 0;
    int count = 0;
    for (int i = 0; i <= length; i++) {
      int value = i == length ? Alphabet.NONE : alphabet.valueOf(text[i]);
      if (value >= 0) {
        count++;
      } else if (value == Alphabet.NONE) {
        if (count >= needed) {
          Hit hit = run(text, begin, i, alphabet, bits);
          if (hit == null && alphabet == BASE64 && depth < DEPTH) {
            hit = inner(text, begin, i, count, depth);
          }
          if (hit != null) {
            return hit;
          }
        }
        begin = i + 1;
        count = 0;
      }
    }
    return null;
  }

  /** Looks up the octets of a run, in every phase. */
  private @Nullable Hit run(byte[] text, int begin, int end, Alphabet alphabet, int bits) {
    long top = 0;
    long high = 0;
    long low = 0;
    int taken = 0;
    // After a character, so many bits may follow the last whole octet, one for each phase.
    int step = bits == 6 ? 2 : bits == 5 ? 1 : 4;
    int most = bits == 4 ? 0 : 4;
    for (int i = begin; i < end; i++) {
      int value = alphabet.valueOf(text[i]);
      if (value < 0) {
        continue;
      }
      top = top << bits | high >>> (Long.SIZE - bits);
      high = high << bits | low >>> (Long.SIZE - bits);
      low = low << bits | value;
      taken += bits;
      for (int spare = 0; spare <= most; spare += step) {
        long h = spare == 0 ? high : high >>> spare | top << (Long.SIZE - spare);
        long l = spare == 0 ? low : low >>> spare | high << (Long.SIZE - spare);
        for (Windows each : windows) {
          int found = taken < each.octets * Byte.SIZE + spare ? -1 : each.find(h, l);
          if (found >= 0) {
            return new Hit(names.get(found), form(bits), i);
          }
        }
      }
    }
    return null;
  }

  private static String form(int bits) {
    return bits == 4 ? "in hexadecimal" : bits == 5 ? "in base32" : "in base64";
  }

  /** Looks into a run of base64 as a text, if its first octets look like one. */
  private @Nullable Hit inner(byte[] text, int begin, int end, int count, int depth) {
    byte[] decoded = new byte[count * 6 / Byte.SIZE];
    int size = 0;
    int pending = 0;
    int bits = 0;
    for (int i = begin; i < end; i++) {
      int value = BASE64.valueOf(text[i]);
      if (value < 0) {
        continue;
      }
      pending = (pending << 6 | value) & 0xffff;
      bits += 6;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        byte octet = (byte) (pending >>> bits);
        if (size < PRINTABLE && !isPrintable(octet)) {
          return null;
        }
        decoded[size++] = octet;
      }
    }
    Hit found = find(decoded, size, depth + 1);
    return found == null ? null : new Hit(found.secret(), found.form() + " within base64", end - 1);
  }

  private static boolean isPrintable(byte octet) {
    return (octet >= 0x20 && octet < 0x7f) || octet == '\n' || octet == '\r' || octet == '\t';
  }
}
