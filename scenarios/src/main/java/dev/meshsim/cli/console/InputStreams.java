package dev.meshsim.cli.console;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens the files that the command line names, and standard input for {@code -}. */
public final class InputStreams {

  private static final String HINT =
      "name a file that exists and may be read, or - for standard input";

  /** The bits of a Unix mode that tell the kind of a file, and two kinds. */
  private static final int KIND = 0xF000;

  private static final int CHARACTER_DEVICE = 0x2000;
  private static final int BLOCK_DEVICE = 0x6000;

  private InputStreams() {}

  /** Reads an input. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads what is wanted; the stream is closed by the caller. */
    T from(InputStream in) throws IOException;
  }

  /**
   * Reads a small input whole, and what it says.
   *
   * @param name the name of a file or a pipe, or {@code -}
   * @param most the octets that the parser takes; if there are more, it gets one more
   * @throws InputException as {@link #read}; if the parser fails, with its code and the name
   */
  public static <T> T parse(String name, int most, Function<Bytes, T> parser) {
    Bytes octets = Bytes.of(read(name, in -> in.readNBytes(most + 1)));
    try {
      return parser.apply(octets);
    } catch (MeshException e) {
      throw InputException.in(name, e);
    }
  }

  /**
   * Opens an input, reads it and closes it.
   *
   * @param name the name of a file or a pipe, or {@code -}
   * @throws InputException if the input is absent, is a directory or a device, or cannot be read
   */
  public static <T> T read(String name, Reading<T> reading) {
    try (InputStream in =
        name.equals(StandardInput.NAME) ? StandardInput.open() : open(Path.of(name))) {
      return reading.from(in);
    } catch (InvalidPathException e) {
      throw refused(name, "no file can have that name");
    } catch (IOException e) {
      if (name.equals(StandardInput.NAME)) {
        throw StandardInput.failure(e);
      }
      throw refused(name, IoReason.of(e));
    }
  }

  /**
   * Opens a file or a pipe; the caller closes the stream.
   *
   * @throws InputException if it is a directory or a device
   * @throws IOException if it cannot be opened
   */
  public static InputStream open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw refused(path.toString(), "it is a directory");
    } else if (isDevice(path)) {
      throw refused(path.toString(), "it is a device, which may never end");
    }
    return Files.newInputStream(path);
  }

  private static boolean isDevice(Path path) {
    try {
      int mode = (Integer) Files.getAttribute(path, "unix:mode") & KIND;
      return mode == CHARACTER_DEVICE || mode == BLOCK_DEVICE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false; // an absent file, which fails when it is opened, or a system without modes
    }
  }

  private static InputException refused(String name, String reason) {
    return new InputException("cannot read " + Quote.of(name) + ": " + reason, HINT);
  }
}
