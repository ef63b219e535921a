package dev.meshsim.store.registry.hive;

import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something is wrong with the registry or a file beside it; the problem begins with the place. */
public abstract class RegistryException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient FileLine at;

  protected RegistryException(
      String code, FileLine place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place.toString(), problem, hint, cause);
    this.at = place;
  }

  /** The file and the line. */
  public final FileLine at() {
    return at;
  }

  /** A name that the registry cannot hold. */
  public static final class BadName extends RegistryException {

    private static final long serialVersionUID = 1L;

    public BadName(Path hive, String problem) {
      super(
          "registry.name",
          FileLine.of(hive),
          problem,
          "use a portal account name such as alice@example.com; nothing was changed",
          null);
    }
  }

  /** A registry value whose content cannot be what it should be. */
  public static final class BadValue extends RegistryException {

    private static final long serialVersionUID = 1L;

    public BadValue(FileLine place, String problem, String hint) {
      super("registry.value", place, problem, hint, null);
    }
  }

  /** A hive that does not end as every complete one does. */
  public static final class CutShort extends RegistryException {

    private static final long serialVersionUID = 1L;

    public CutShort(FileLine place, String problem) {
      super(
          "registry.cut-short",
          place,
          problem,
          "restore the file from a copy; nothing was changed",
          null);
    }
  }

  /** A .reg file whose lines end as neither Windows nor Unix ends them. */
  static final class LineEnds extends RegistryException {

    private static final long serialVersionUID = 1L;

    LineEnds(FileLine place) {
      super(
          "registry.line-ends",
          place,
          "ends its lines with carriage returns alone",
          "save it with CR LF at the end of each line, as regedit does; nothing was changed",
          null);
    }
  }

  /** A key whose default value is not set, although it has other values. */
  public static final class MissingDefault extends RegistryException {

    private static final long serialVersionUID = 1L;

    public MissingDefault(FileLine place, String key, String meaning) {
      super(
          "registry.missing-default",
          place,
          "the key " + key + " has values, but its default value (" + meaning + ") is not set",
          "add a line @=\"...\" below the key, or @=\"\" if there is none",
          null);
    }
  }

  /** A hive without one of the keys that every hive has. */
  public static final class MissingKey extends RegistryException {

    private static final long serialVersionUID = 1L;

    public MissingKey(Path hive, String key) {
      super(
          "registry.missing-key",
          FileLine.of(hive),
          "the key " + key + " is missing",
          "write it again, with @=\"\" below it if there is nothing in it, or restore the hive from"
              + " a copy",
          null);
    }
  }

  /** A .reg file in an encoding that cannot be read without guessing. */
  static final class RegEncoding extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegEncoding(FileLine place, String problem) {
      super(
          "registry.encoding",
          place,
          problem,
          "save it as UTF-16LE with a byte order mark, as regedit does, or as UTF-8",
          null);
    }
  }

  /** A line of a .reg file that regedit would not understand either. */
  static final class RegSyntax extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegSyntax(FileLine place, String problem) {
      super(
          "registry.syntax",
          place,
          problem,
          "correct the line, or restore the file from a copy; nothing was changed",
          null);
    }
  }

  /** A .reg file or a hive of a version that this store does not know. */
  public static final class RegVersion extends RegistryException {

    private static final long serialVersionUID = 1L;

    private RegVersion(FileLine place, String problem, String hint) {
      super("registry.version", place, problem, hint, null);
    }

    /** The first line is not that of regedit 5.00. */
    static RegVersion header(FileLine place, String found) {
      return new RegVersion(
          place,
          found.equals("REGEDIT4")
              ? "is of the kind REGEDIT4, whose strings are in a code page it does not name"
              : "does not begin with the line \"" + RegText.HEADER + "\"",
          "export it again in the format \"Windows Registry Editor Version 5.00\", or restore the"
              + " file from a copy");
    }

    /** The store's own format number is another. */
    public static RegVersion format(FileLine place, String found, long known) {
      return new RegVersion(
          place,
          "Format is "
              + found
              + ", and this version of the store reads dword:"
              + HexFormat.of().toHexDigits(known, 8)
              + " alone",
          "open it with the version that wrote it; nothing was changed");
    }
  }

  /** A key of an import that would be kept, but never read. */
  public static final class UnknownKey extends RegistryException {

    private static final long serialVersionUID = 1L;

    public UnknownKey(FileLine place, String path, String rootKey, List<String> known) {
      super(
          "registry.unknown-key",
          place,
          "the key [" + Quote.line(path) + "] is none that this store reads",
          "correct or remove it; an import has values in these keys, directly below ["
              + rootKey
              + "]: "
              + String.join(", ", known)
              + "; nothing was changed",
          null);
    }
  }

  /** A registry value of another type than developer-08 section 5.1.2 says. */
  static final class WrongType extends RegistryException {

    private static final long serialVersionUID = 1L;

    WrongType(RegistryValue value, int expected) {
      super(
          "registry.value-type",
          value.place(),
          value.shownName()
              + " is of the type "
              + ValueType.name(value.type())
              + ", and "
              + ValueType.name(expected)
              + " is expected",
          "write it again with the expected type; nothing was changed",
          null);
    }
  }
}
