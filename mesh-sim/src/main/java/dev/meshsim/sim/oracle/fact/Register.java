package dev.meshsim.sim.oracle.fact;

import java.util.List;

/** The latest 192 bits of an encoded octet stream, and how many of them are of the present run. */
final class Register {

  private final int bitsOfCharacter;

  /** How many bits may follow the last whole octet, for each phase of the stream. */
  private final int[] spare;

  private long top;
  private long high;
  private long low;
  private int bits;

  Register(int bitsOfCharacter, int... spare) {
    this.bitsOfCharacter = bitsOfCharacter;
    this.spare = spare;
  }

  /** A character that is not of the encoding: what follows is another run. */
  void reset() {
    bits = 0;
  }

  /** The bits of the present run, at most a large number. */
  int bits() {
    return bits;
  }

  /**
   * Takes the next character's value.
   *
   * @return the number of a window that ends with it, or -1
   */
  int next(int value, List<Windows> windows) {
    int n = bitsOfCharacter;
    top = top << n | high >>> (Long.SIZE - n);
    high = high << n | low >>> (Long.SIZE - n);
    low = low << n | value;
    bits = Math.min(bits + n, 1 << 20);
    for (int i = 0; i < windows.size(); i++) {
      Windows length = windows.get(i);
      if (bits >= length.octets * Byte.SIZE) {
        int found = find(length);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  private int find(Windows length) {
    for (int extra : spare) {
      if (bits >= length.octets * Byte.SIZE + extra) {
        int found =
            extra == 0
                ? length.find(high, low)
                : length.find(
                    high >>> extra | top << (Long.SIZE - extra),
                    low >>> extra | high << (Long.SIZE - extra));
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }
}
