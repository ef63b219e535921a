package dev.meshsim.fuzz;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Mutation fuzzing: small random changes of valid inputs. Equal seeds, purposes and samples give
 * equal mutations.
 *
 * <p>A test runs for the time that it names, so that a build stays short. {@code -Dmeshsim.fuzz=60}
 * lets each test run 60 seconds, {@code -Dmeshsim.fuzz.seed=1} repeats a run. The seed is printed,
 * and a failure names it with the number of the mutation.
 */
public final class Mutations {

  private static final String SECONDS = "meshsim.fuzz";
  private static final String SEED = "meshsim.fuzz.seed";
  private static final int SHOWN_OCTETS = 4096;
  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_PIECE = 64;
  private static final List<String> TOKENS =
      List.of(
          "",
          " ",
          "\n",
          "\r\n",
          "\t",
          "\0",
          "\"",
          "\\",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "=",
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "{}",
          "[]",
          "[null]",
          "\\ud800",
          "\\u0000",
          "\u00e9",
          "\ud83d\ude00",
          "--",
          "-",
          "/",
          "\ufeff");
  private static final List<String> OCTETS =
      List.of("c1a1", "eda080", "f4908080", "f888808080", "fffe", "80", "ff", "e282");

  /** A check of one mutated input; it fails by throwing anything. */
  @FunctionalInterface
  public interface Check {
    /** Throws if the input is not treated as it should be. */
    void of(byte[] input);
  }

  private final long seed;
  private final String purpose;
  private final RandomStream stream;
  private final List<byte[]> samples;

  private Mutations(long seed, String purpose, List<byte[]> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("mutations need a valid input to start from");
    }
    this.seed = seed;
    this.purpose = purpose;
    this.stream = World.seeded(seed).stream("fuzz", purpose);
    this.samples = List.copyOf(samples);
  }

  /**
   * Makes mutations with the seed of the property {@code meshsim.fuzz.seed}, or with a new seed.
   *
   * @param purpose the name of the fuzzed format
   * @param samples valid inputs, at least one
   */
  public static Mutations of(String purpose, List<byte[]> samples) {
    Long given = Long.getLong(SEED);
    long drawn = ByteBuffer.wrap(World.system().stream("fuzz", purpose).bytes(8)).getLong() >>> 16;
    return seeded(given == null ? drawn : given, purpose, samples);
  }

  /** Makes the mutations of the given seed. */
  public static Mutations seeded(long seed, String purpose, List<byte[]> samples) {
    return new Mutations(seed, purpose, samples);
  }

  /**
   * Checks mutated inputs, at least one.
   *
   * @param usual the duration unless the property {@code meshsim.fuzz} names another
   * @throws AssertionError with the seed, the number and the input of the first failed check
   */
  public void run(Duration usual, Check check) {
    Long seconds = Long.getLong(SECONDS);
    World clock = World.system();
    Instant end = clock.now().plus(seconds == null ? usual : Duration.ofSeconds(seconds));
    long number = 0;
    do {
      number++;
      byte[] input = next();
      try {
        check.of(input);
      } catch (Throwable e) {
        throw new AssertionError(describe(number, input, e), e);
      }
    } while (clock.now().isBefore(end));
    System.out.println("fuzz " + purpose + ": " + number + " mutations, seed " + seed);
  }

  /** The next mutated input. */
  public byte[] next() {
    byte[] input = samples.get(below(samples.size()));
    for (int changes = 1 + below(MOST_CHANGES); changes > 0; changes--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] changed(byte[] input) {
    int from = below(input.length + 1);
    int to = Math.min(input.length, from + 1 + below(1 + below(LONGEST_PIECE)));
    return switch (below(8)) {
      case 0 -> flipped(input, from);
      case 1 -> joined(input, 0, from, new byte[0], from, from);
      case 2 -> joined(input, 0, from, new byte[0], to, input.length);
      case 3 -> joined(input, 0, to, new byte[0], from, input.length);
      case 4 -> joined(input, 0, from, stream.bytes(1 + below(4)), from, input.length);
      case 5 -> joined(input, 0, from, token(), from, input.length);
      case 6 -> joined(input, 0, from, token(), to, input.length);
      default -> joined(input, 0, from, piece(), to, input.length);
    };
  }

  private byte[] flipped(byte[] input, int at) {
    byte[] copy = input.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << below(8));
    }
    return copy;
  }

  private static byte[] joined(
      byte[] input, int from, int to, byte[] middle, int restFrom, int restTo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, from, to - from);
    out.writeBytes(middle);
    out.write(input, restFrom, restTo - restFrom);
    return out.toByteArray();
  }

  private byte[] token() {
    int index = below(TOKENS.size() + OCTETS.size());
    return index < TOKENS.size()
        ? TOKENS.get(index).getBytes(StandardCharsets.UTF_8)
        : HexFormat.of().parseHex(OCTETS.get(index - TOKENS.size()));
  }

  /** A piece of any sample. */
  private byte[] piece() {
    byte[] sample = samples.get(below(samples.size()));
    int from = below(sample.length + 1);
    int to = Math.min(sample.length, from + below(LONGEST_PIECE));
    return joined(sample, from, to, new byte[0], to, to);
  }

  private int below(int bound) {
    return Integer.remainderUnsigned(ByteBuffer.wrap(stream.bytes(4)).getInt(), bound);
  }

  private String describe(long number, byte[] input, Throwable failure) {
    int shown = Math.min(input.length, SHOWN_OCTETS);
    return "fuzz "
        + purpose
        + ": mutation "
        + number
        + " fails with "
        + failure
        + "\nrepeat with -Dmeshsim.fuzz.seed="
        + seed
        + "\ninput of "
        + input.length
        + " octets: "
        + new String(input, 0, shown, StandardCharsets.ISO_8859_1)
        + "\nhex: "
        + HexFormat.of().formatHex(input, 0, shown);
  }
}
