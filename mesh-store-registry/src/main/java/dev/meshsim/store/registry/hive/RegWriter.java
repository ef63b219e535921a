package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a key as regedit 5.00 exports it: UTF-16LE with a byte order mark, CR LF, keys and values
 * in the order of their names.
 *
 * <p>A text of printable ASCII is written in quotation marks. Any other is written as the octets
 * that Windows keeps, {@code hex(1):}, since some readers take the text of a .reg file for Latin-1.
 */
public final class RegWriter {

  private static final String END = "\r\n";
  private static final int LINE_LENGTH = 76;

  private final StringBuilder out = new StringBuilder();

  private RegWriter() {}

  /**
   * The octets of a .reg file.
   *
   * @param path the full name of {@code key}
   * @param lastLine a comment that ends it
   */
  public static Bytes write(RegistryKey key, String path, String lastLine) {
    RegWriter writer = new RegWriter();
    writer.out.append('\uFEFF').append(RegText.HEADER).append(END).append(END);
    writer.key(key, path);
    writer.out.append(lastLine).append(END);
    return Bytes.of(writer.out.toString().getBytes(StandardCharsets.UTF_16LE));
  }

  private void key(RegistryKey key, String path) {
    out.append('[').append(path).append(']').append(END);
    key.values().forEach(this::value);
    out.append(END);
    key.keys().forEach(inner -> key(inner, path + '\\' + inner.name()));
  }

  private void value(RegistryValue value) {
    int start = out.length();
    out.append(value.name().isEmpty() ? "@" : quoted(value.name())).append('=');
    String text = plainText(value);
    if (text != null) {
      out.append(quoted(text));
    } else if (value.type() == ValueType.REG_DWORD && value.data().length() == 4) {
      ByteBuffer number = ByteBuffer.wrap(value.data().toArray()).order(ByteOrder.LITTLE_ENDIAN);
      out.append(String.format(Locale.ROOT, "dword:%08x", number.getInt()));
    } else {
      octets(value, start);
    }
    out.append(END);
  }

  private void octets(RegistryValue value, int start) {
    out.append(
        value.type() == ValueType.REG_BINARY
            ? "hex:"
            : String.format(Locale.ROOT, "hex(%x):", value.type()));
    int lineStart = start;
    for (int i = 0; i < value.data().length(); i++) {
      if (i > 0) {
        out.append(',');
        if (out.length() - lineStart >= LINE_LENGTH) {
          out.append('\\').append(END);
          lineStart = out.length();
          out.append("  ");
        }
      }
      out.append(String.format(Locale.ROOT, "%02x", value.data().at(i)));
    }
  }

  /** The text if quotation marks give exactly these octets back in every reader, or null. */
  private static @Nullable String plainText(RegistryValue value) {
    String text = new String(value.data().toArray(), StandardCharsets.UTF_16LE);
    if (value.type() != ValueType.REG_SZ || !text.endsWith("\0")) {
      return null;
    }
    String content = text.substring(0, text.length() - 1);
    boolean plain = content.chars().allMatch(c -> c >= ' ' && c <= '~');
    return plain && RegistryValue.text("", content).data().equals(value.data()) ? content : null;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
