package dev.meshsim.store.registry.hive;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One value of a key.
 *
 * @param name the name as it was first written; empty for the default value
 * @param type see {@link ValueType}
 * @param data the octets as Windows keeps them: REG_SZ in UTF-16LE with a final NUL
 * @param place where it was read; {@link FileLine#NONE} if it was not
 */
public record RegistryValue(String name, int type, Bytes data, FileLine place) {

  private static final int DWORD_OCTETS = 4;

  /** A REG_SZ value. */
  public static RegistryValue text(String name, String text) {
    Bytes data = Bytes.of((text + '\0').getBytes(StandardCharsets.UTF_16LE));
    return new RegistryValue(name, ValueType.REG_SZ, data, FileLine.NONE);
  }

  /** A REG_DWORD value. */
  public static RegistryValue dword(String name, long number) {
    ByteBuffer data = ByteBuffer.allocate(DWORD_OCTETS).order(ByteOrder.LITTLE_ENDIAN);
    return new RegistryValue(
        name, ValueType.REG_DWORD, Bytes.of(data.putInt((int) number).array()), FileLine.NONE);
  }

  /** A copy of the value with another place. */
  RegistryValue at(FileLine where) {
    return new RegistryValue(name, type, data, where);
  }

  /** The name as .reg files show it, fit for a message. */
  public String shownName() {
    return name.isEmpty() ? "@" : Quote.text(name);
  }

  /**
   * The text of a REG_SZ value, without its final NUL, which Windows does not insist on.
   *
   * @throws RegistryException {@code store.registry.value-type} if it is of another type
   * @throws RegistryException {@code store.registry.value} if it is not well-formed UTF-16 or holds
   *     a NUL
   */
  public String text() {
    if (type != ValueType.REG_SZ) {
      throw RegistryException.valueType(this, ValueType.REG_SZ);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_16LE
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(data.toArray()))
              .toString();
    } catch (CharacterCodingException e) {
      throw malformed("is not well-formed UTF-16LE");
    }
    String content = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    if (content.indexOf('\0') >= 0) {
      throw malformed("has a NUL within the text");
    }
    return content;
  }

  /**
   * The number of a REG_DWORD value, 0 to 2^32 - 1.
   *
   * @throws RegistryException {@code store.registry.value-type} if it is of another type
   * @throws RegistryException {@code store.registry.value} if it has not four octets
   */
  public long number() {
    if (type != ValueType.REG_DWORD) {
      throw RegistryException.valueType(this, ValueType.REG_DWORD);
    }
    if (data.length() != DWORD_OCTETS) {
      throw malformed("has " + data.length() + " octets, not 4");
    }
    int bits = ByteBuffer.wrap(data.toArray()).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Integer.toUnsignedLong(bits);
  }

  private RegistryException malformed(String problem) {
    return RegistryException.value(
        place,
        String.format(Locale.ROOT, "%s (%s) %s", shownName(), ValueType.name(type), problem),
        "write the value again; nothing was changed");
  }
}
