package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page key of a Transfer with proofs: a position in the log and the checkpoint that all pages
 * are proved against. It is a text, so it outlives the portal's process, and no other log has it.
 *
 * @param number the number of the last record before the page; 0 for the first page
 * @param tree size and root of the checkpoint
 */
public record TransferKey(long number, TreeHead tree) {

  private static final Pattern FORM =
      Pattern.compile(DataItem.PREFIX + "(0|[1-9][0-9]{0,17})/([1-9][0-9]{0,17})/([0-9a-f]{64})");

  /** Checks the range. */
  public TransferKey {
    if (number < 0 || number > tree.size()) {
      throw new IllegalArgumentException("a position from 0 to the size of the checkpoint");
    }
  }

  /** {@code TID:}, the number, {@code /}, the size, {@code /} and the root in hexadecimal. */
  public String text() {
    return DataItem.PREFIX + number + "/" + tree.size() + "/" + tree.root().hex();
  }

  /** Reads a text of {@link #text}; empty if it is none. */
  public static Optional<TransferKey> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1));
    long size = Long.parseLong(parts.group(2));
    return number > size
        ? Optional.empty()
        : Optional.of(new TransferKey(number, new TreeHead(size, Bytes.hex(parts.group(3)))));
  }
}
