package dev.meshsim.sim.oracle.fact;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for many secrets at once. Every octet of a text is looked at as raw, as a digit of
 * base16, and as a character of base32 and of base64; of each encoding the latest bits are kept,
 * and at each character those that may end an octet are looked up.
 */
public final class SecretScan {

  /** How deep base64 within base64 is read: an envelope, an entry, a profile, a device, a key. */
  private static final int DEPTH = 8;

  /** The octets by which text is told from other content. */
  private static final int PRINTABLE = 16;

  private static final int NONE = -1;
  private static final int SKIP = -2;

  private static final int[] HEX = values("0123456789abcdef", "0123456789ABCDEF", " \t\r\n:");
  private static final int[] UPPER32 = values("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "", " \t\r\n-");
  private static final int[] LOWER32 = values("abcdefghijklmnopqrstuvwxyz234567", "", " \t\r\n-");
  private static final int[] BASE64 =
      values(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
          " \t\r\n\\");

  private final List<Windows> windows = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /** A secret that was found; see {@link dev.meshsim.sim.oracle.SecretIndex.Found}. */
  public record Hit(String secret, String form, int at) {}

  private static int[] values(String one, String other, String skipped) {
    int[] values = new int[256];
    Arrays.fill(values, NONE);
    for (String alphabet : List.of(one, other)) {
      for (int i = 0; i < alphabet.length(); i++) {
        values[alphabet.charAt(i)] = i;
      }
    }
    skipped.chars().forEach(c -> values[c] = SKIP);
    return values;
  }

  /** Adds octets to look for, 1 to 16 of them. */
  public void add(String name, byte[] secret, int from, int octets) {
    Windows length =
        windows.stream()
            .filter(w -> w.octets == octets)
            .findFirst()
            .orElseGet(
                () -> {
                  Windows added = new Windows(octets);
                  windows.add(added);
                  return added;
                });
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
    return isEmpty() ? Optional.empty() : Optional.ofNullable(new Pass(0).find(text));
  }

  /** One pass over one text. */
  private final class Pass {

    private final int depth;
    private final Register raw = new Register(8, 0);
    private final Register hex = new Register(4, 0);
    private final Register upper32 = new Register(5, 0, 1, 2, 3, 4);
    private final Register lower32 = new Register(5, 0, 1, 2, 3, 4);
    private final Register base64 = new Register(6, 0, 2, 4);

    // The decoded run of base64, as long as it looks like text.
    private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    private boolean isText = true;
    private int pendingBits;
    private int pendingCount;

    Pass(int depth) {
      this.depth = depth;
    }

    @Nullable Hit find(byte[] text) {
      for (int i = 0; i < text.length; i++) {
        int c = text[i] & 0xff;
        int found = raw.next(c, windows);
        if (found >= 0) {
          return hit(found, "raw", i);
        }
        Hit hit = character(c, i);
        if (hit != null) {
          return hit;
        }
      }
      return inner(text.length - 1);
    }

    private @Nullable Hit character(int c, int at) {
      int found = next(hex, HEX[c]);
      if (found >= 0) {
        return hit(found, "in hexadecimal", at);
      }
      found = Math.max(next(upper32, UPPER32[c]), next(lower32, LOWER32[c]));
      if (found >= 0) {
        return hit(found, "in base32", at);
      }
      int value = BASE64[c];
      found = next(base64, value);
      if (found >= 0) {
        return hit(found, "in base64", at);
      }
      if (value >= 0) {
        decode(value);
      } else if (value == NONE && decoded.size() > 0) {
        return inner(at);
      } else if (value == NONE) {
        begin();
      }
      return null;
    }

    private int next(Register register, int value) {
      if (value >= 0) {
        return register.next(value, windows);
      }
      if (value == NONE) {
        register.reset();
      }
      return -1;
    }

    private void decode(int value) {
      pendingBits = (pendingBits << 6 | value) & 0xffff;
      pendingCount += 6;
      if (pendingCount >= Byte.SIZE) {
        pendingCount -= Byte.SIZE;
        int octet = pendingBits >>> pendingCount & 0xff;
        isText &= decoded.size() >= PRINTABLE || isPrintable(octet);
        if (isText) {
          decoded.write(octet);
        }
      }
    }

    private boolean isPrintable(int octet) {
      return (octet >= 0x20 && octet < 0x7f) || octet == '\n' || octet == '\r' || octet == '\t';
    }

    /** Looks into a run of base64 that has ended, if it is a text. */
    private @Nullable Hit inner(int at) {
      boolean deeper = isText && decoded.size() >= PRINTABLE && depth < DEPTH;
      byte[] text = deeper ? decoded.toByteArray() : new byte[0];
      begin();
      Hit found = deeper ? new Pass(depth + 1).find(text) : null;
      return found == null ? null : new Hit(found.secret(), found.form() + " within base64", at);
    }

    private void begin() {
      decoded.reset();
      isText = true;
      pendingBits = 0;
      pendingCount = 0;
    }

    private Hit hit(int number, String form, int at) {
      return new Hit(names.get(number), form, at);
    }
  }
}
