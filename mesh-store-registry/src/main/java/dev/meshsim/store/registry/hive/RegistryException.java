package dev.meshsim.store.registry.hive;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure at the registry or a file beside it; the problem begins with the place. */
public class RegistryException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    CUT_SHORT(
        "store.registry.cut-short",
        "The hive does not end as every complete one does.",
        "restore the file from a copy; nothing was changed"),
    ENCODING(
        "store.registry.encoding",
        "A .reg file is in an encoding that cannot be read without guessing.",
        "save it as UTF-16LE with a byte order mark, as regedit does, or as UTF-8"),
    LINE_ENDS(
        "store.registry.line-ends",
        "The lines of a .reg file end as neither Windows nor Unix ends them.",
        "save it with CR LF at the end of each line, as regedit does; nothing was changed"),
    MISSING_DEFAULT(
        "store.registry.missing-default",
        "A key has values, but its default value is not set.",
        "add a line @=\"...\" below the key, or @=\"\" if there is none"),
    MISSING_KEY(
        "store.registry.missing-key",
        "The hive lacks a key that every hive has.",
        "write it again, with @=\"\" below it if there is nothing in it, or restore the"
            + " hive from a copy"),
    NAME(
        "store.registry.name",
        "The registry cannot hold a name.",
        "use a portal account name such as alice@example.com; nothing was changed"),
    SYNTAX(
        "store.registry.syntax",
        "A line of a .reg file is one that regedit would not read either.",
        "correct the line, or restore the file from a copy; nothing was changed"),
    UNKNOWN_KEY(
        "store.registry.unknown-key",
        "An import has a key that would be kept, but never read.",
        "correct or remove it; the message lists the keys of an import; nothing was changed"),
    VALUE(
        "store.registry.value",
        "The content of a registry value cannot be right.",
        "correct the value as the message says, or restore the hive from a copy"),
    VALUE_TYPE(
        "store.registry.value-type",
        "A registry value is of another type than developer-08 section 5.1.2 gives.",
        "write it again with the expected type; nothing was changed"),
    VERSION(
        "store.registry.version",
        "A .reg file or a hive is of a version that this store does not read.",
        "open it with the version that wrote it; nothing was changed");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private final transient FileLine at;

  protected RegistryException(
      ErrorCode code, FileLine place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place.toString(), problem, hint, cause);
    this.at = place;
  }

  private RegistryException(Code code, FileLine place, String problem) {
    this(code, place, problem, code.hint(), null);
  }

  /** The file and the line. */
  public final FileLine at() {
    return at;
  }

  /** A name that the registry cannot hold. */
  public static RegistryException name(Path hive, String problem) {
    return new RegistryException(Code.NAME, FileLine.of(hive), problem);
  }

  /** A registry value whose content cannot be what it should be. */
  public static RegistryException value(FileLine place, String problem, String hint) {
    return new RegistryException(Code.VALUE, place, problem, hint, null);
  }

  /** A hive that does not end as every complete one does. */
  public static RegistryException cutShort(FileLine place, String problem) {
    return new RegistryException(Code.CUT_SHORT, place, problem);
  }

  static RegistryException lineEnds(FileLine place) {
    return new RegistryException(
        Code.LINE_ENDS, place, "ends its lines with carriage returns only");
  }

  /** A key whose default value is not set, although it has other values. */
  public static RegistryException missingDefault(FileLine place, String key, String meaning) {
    return new RegistryException(
        Code.MISSING_DEFAULT,
        place,
        "the key " + key + " has values, but its default value (" + meaning + ") is not set");
  }

  /** A hive without one of the keys that every hive has. */
  public static RegistryException missingKey(Path hive, String key) {
    return new RegistryException(
        Code.MISSING_KEY, FileLine.of(hive), "the key " + key + " is missing");
  }

  static RegistryException encoding(FileLine place, String problem) {
    return new RegistryException(Code.ENCODING, place, problem);
  }

  static RegistryException syntax(FileLine place, String problem) {
    return new RegistryException(Code.SYNTAX, place, problem);
  }

  /** A file whose first line is not that of regedit 5.00. */
  static RegistryException header(FileLine place, String found) {
    return new RegistryException(
        Code.VERSION,
        place,
        found.equals("REGEDIT4")
            ? "is of the kind REGEDIT4, whose strings are in a code page it does not name"
            : "does not begin with the line \"" + RegText.HEADER + "\"",
        "export it again in the format \"Windows Registry Editor Version 5.00\", or restore"
            + " the file from a copy",
        null);
  }

  /**
   * A hive whose own format number is not that of this store.
   *
   * @param known the number that this store reads
   */
  public static RegistryException format(FileLine place, String found, long known) {
    return new RegistryException(
        Code.VERSION,
        place,
        "Format is "
            + found
            + ", and this version of the store reads only dword:"
            + HexFormat.of().toHexDigits(known, 8));
  }

  /** A key of an import that would be kept, but never read. */
  public static RegistryException unknownKey(
      FileLine place, String path, String rootKey, List<String> known) {
    return new RegistryException(
        Code.UNKNOWN_KEY,
        place,
        "the key [" + Quote.line(path) + "] is not one that this store reads",
        "correct or remove it; an import has values in these keys, directly below ["
            + rootKey
            + "]: "
            + String.join(", ", known)
            + "; nothing was changed",
        null);
  }

  /** A registry value of another type than developer-08 section 5.1.2 gives. */
  static RegistryException valueType(RegistryValue value, int expected) {
    return new RegistryException(
        Code.VALUE_TYPE,
        value.place(),
        value.shownName()
            + " is of the type "
            + ValueType.name(value.type())
            + ", and "
            + ValueType.name(expected)
            + " is expected");
  }
}
