package dev.meshsim.store.registry;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.store.registry.hive.RegistryValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files of a registry store that do not fit together; the problem begins with the place. */
sealed class RegistryStoreException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  enum Code implements ErrorCode {
    CHANGED(
        "store.registry.changed",
        "Another program changed the hive while the store was open.",
        "close the store and open it again; nothing was overwritten"),
    IMPORT_DUE(
        "store.registry.import-due",
        "A .reg file beside the hive was not merged yet.",
        "opening the store merges it; what was read is the content after that"),
    KEY_FILE(
        "store.registry.key-file",
        "A PKCS #12 file cannot be opened, or is not as this store writes it.",
        "restore it, with the account password beside it, from a copy; nothing was changed"),
    LEFT(
        "store.registry.left",
        "A file is left of a change that was cut short, or of the records before it.",
        "opening the store deletes it; nothing names it"),
    LOST(
        "store.registry.lost",
        "An earlier change failed, so what is on the disk is not known.",
        "close the store, see to the disk, and open it again"),
    MISMATCH(
        "store.registry.mismatch",
        "A file holds another record than the registry says.",
        "restore the file, or correct its location in the registry; nothing was changed"),
    MISSING_FILE(
        "store.registry.missing-file",
        "A file that the hive needs is missing.",
        "restore it from a copy; nothing was changed"),
    MISSING_HIVE(
        "store.registry.missing-hive",
        "There are profiles or keys, but not the hive that says what they are.",
        "restore the hive from a copy, or move those files away to begin anew"),
    STALE_HIVE(
        "store.registry.stale-hive",
        "The hive is older than the files beside it.",
        "restore the hive that belongs to these files; nothing was changed"),
    TOO_LARGE(
        "store.registry.too-large",
        "A change would make a file larger than what is read.",
        "keep less in one machine of this store, or use another store; nothing was changed"),
    UNNAMED_FILE(
        "store.registry.unnamed-file",
        "The hive does not name a file of this store, although no commit gave it up.",
        "write the missing line again, or restore the hive from a copy; if the line was"
            + " removed on purpose, move the file away"),
    UNUSED_FILE(
        "store.registry.unused-file",
        "A file in a directory of the store is not the store's.",
        "find out who put it there, then move it away; it is neither read nor changed"),
    XML(
        "store.registry.xml",
        "A profile file is not the XML that this store writes.",
        "restore the file from a copy; nothing was changed");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private RegistryStoreException(
      Code code, FileLine place, String problem, @Nullable Throwable cause) {
    super(code, place, problem, code.hint(), cause);
  }

  private RegistryStoreException(Code code, Path file, String problem) {
    this(code, FileLine.of(file), problem, null);
  }

  static RegistryStoreException changed(Path hive) {
    return new RegistryStoreException(
        Code.CHANGED, hive, "was changed by somebody else while this store was open");
  }

  static RegistryStoreException mismatch(Path file, String expected, String found) {
    return new RegistryStoreException(
        Code.MISMATCH, file, "holds " + found + ", and the registry says it holds " + expected);
  }

  /**
   * Refuses a file that is not there.
   *
   * @param what the meaning of the file
   * @param value the value that gives its location
   * @param key the name of that value's key
   */
  static void requireFile(
      DurableFiles files, Path file, String what, RegistryValue value, String key) {
    if (files.status(file).isAbsent()) {
      throw missingFile(
          file,
          what + " that " + value.shownName() + " of " + key + " at " + value.place() + " names");
    }
  }

  /** Refuses a password that is not there; no value gives its location. */
  static void requirePassword(DurableFiles files, Layout layout) {
    if (files.status(layout.password()).isAbsent()) {
      throw missingFile(
          layout.password(),
          "the account password, which opens the private keys that @ of PrivateKeys in "
              + layout.hive()
              + " names");
    }
  }

  private static RegistryStoreException missingFile(Path file, String meaning) {
    return new RegistryStoreException(
        Code.MISSING_FILE, file, "there is no such file; it is " + meaning);
  }

  static RegistryStoreException missingHive(Path hive, Path present) {
    return new RegistryStoreException(
        Code.MISSING_HIVE, hive, "is missing, although there is " + present);
  }

  static RegistryStoreException xml(FileLine place, String problem, @Nullable Throwable cause) {
    return new RegistryStoreException(Code.XML, place, problem, cause);
  }

  static RegistryStoreException staleHive(Path hive, long generation, Path newer) {
    return new RegistryStoreException(
        Code.STALE_HIVE, hive, "is of generation " + generation + ", older than " + newer);
  }

  static RegistryStoreException lost(Path hive) {
    return new RegistryStoreException(
        Code.LOST, hive, "an earlier change failed, so what is on the disk is not known");
  }

  static RegistryStoreException tooLarge(Path file, int octets) {
    return new RegistryStoreException(
        Code.TOO_LARGE,
        file,
        "would have " + octets + " octets; at most " + HiveFile.MOST_OCTETS + " can be read back");
  }

  /** A file that this store wrote, which the hive does not name although no commit gave it up. */
  static RegistryStoreException unnamedFile(Path file, Path hive) {
    return new RegistryStoreException(
        Code.UNNAMED_FILE,
        file,
        "belongs to this store, but " + hive.getFileName() + " does not name it");
  }

  /** A file in a directory of the store that the hive does not name; only reported. */
  static RegistryStoreException unusedFile(Path file) {
    return new RegistryStoreException(Code.UNUSED_FILE, file, "is not named in the registry");
  }

  /** A file that opening the store deletes. */
  static RegistryStoreException left(Path file) {
    return new RegistryStoreException(
        Code.LEFT, file, "is left of a change that was cut short; the registry does not name it");
  }

  /** An import that opening the store makes. */
  static RegistryStoreException importDue(Path file) {
    return new RegistryStoreException(Code.IMPORT_DUE, file, "was not merged into the hive yet");
  }

  /** A PKCS #12 file that cannot be opened, or is not as this store writes it. */
  static final class KeyFile extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    KeyFile(Path file, String problem, @Nullable Throwable cause) {
      super(Code.KEY_FILE, FileLine.of(file), problem, cause);
    }
  }
}
