package dev.meshsim.store.h2.database;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first two blocks of an H2 database file. Each is the same line of text, of pairs of a name
 * and a hexadecimal number; {@code format} changed with H2 2.0 and with H2 2.2. Read here, since H2
 * itself calls the file of another version corrupt.
 */
final class H2Header {

  /** The format that this H2 writes. */
  static final int FORMAT = 3;

  private static final int BLOCK_OCTETS = 4096;
  private static final int LINE_OCTETS = 256;
  private static final Pattern LINE = Pattern.compile("H:2,[^\\n]*");
  private static final Pattern FORMAT_PAIR = Pattern.compile(",format:([0-9a-f]{1,4})[,\\n]");

  private H2Header() {}

  /**
   * Refuses what this H2 cannot open.
   *
   * @throws DatabaseException {@code store.database.other-h2} if another major version of H2 wrote
   *     it
   * @throws DatabaseException {@code store.database.not-h2} if neither block is of an H2 database
   */
  static void require(DurableFiles files, Path path) {
    ByteBuffer head = ByteBuffer.allocate(BLOCK_OCTETS + LINE_OCTETS);
    try (DurableFile file = files.openForReading(path)) {
      file.read(head, 0);
    }
    String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
    if (text.startsWith("-- H2 0.5/B --")) {
      throw DatabaseException.otherH2(path.toString(), 0, "H2 1.3 or earlier");
    }
    int format = Math.max(formatAt(text, 0), formatAt(text, BLOCK_OCTETS));
    if (format < 0) {
      throw DatabaseException.notH2(path.toString(), "it begins with no header of an H2 database");
    }
    if (format != FORMAT) {
      throw DatabaseException.otherH2(path.toString(), format, writtenBy(format));
    }
  }

  private static int formatAt(String text, int at) {
    String block = at < text.length() ? text.substring(at) : "";
    Matcher line = LINE.matcher(block);
    if (!line.lookingAt()) {
      return -1;
    }
    Matcher format = FORMAT_PAIR.matcher(line.group() + "\n");
    return format.find() ? Integer.parseInt(format.group(1), 16) : -1;
  }

  private static String writtenBy(int format) {
    return switch (format) {
      case 1 -> "H2 1.4";
      case 2 -> "H2 2.0 or 2.1";
      default -> "an H2 later than this one";
    };
  }
}
