package dev.meshsim.store.registry;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.store.registry.hive.RegistryValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a registry store do not fit together; the problem begins with the place. */
abstract class RegistryStoreException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegistryStoreException(
      String code, FileLine place, String problem, String hint, @Nullable Throwable cause) {
    super(code, place, problem, hint, cause);
  }

  /** A hive that somebody else changed while the store was open. */
  static final class ChangedHive extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    ChangedHive(Path hive) {
      super(
          "registry.changed",
          FileLine.of(hive),
          "was changed by somebody else while this store was open",
          "close the store and open it again; nothing was overwritten",
          null);
    }
  }

  /** A PKCS #12 file that cannot be opened, or is not as this store writes it. */
  static final class KeyFile extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    KeyFile(Path file, String problem, @Nullable Throwable cause) {
      super(
          "registry.key-file",
          FileLine.of(file),
          problem,
          "restore it, with the account password beside it, from a copy; nothing was changed",
          cause);
    }
  }

  /** A file that holds another record than the registry says. */
  static final class Mismatch extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    Mismatch(Path file, String expected, String found) {
      super(
          "registry.mismatch",
          FileLine.of(file),
          "holds " + found + ", and the registry says it holds " + expected,
          "restore the file, or correct its location in the registry; nothing was changed",
          null);
    }
  }

  /** A file of the store that is not there, although the hive needs it. */
  static final class MissingFile extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    private MissingFile(Path file, String meaning) {
      super(
          "registry.missing-file",
          FileLine.of(file),
          "there is no such file; it is " + meaning,
          "restore it from a copy; nothing was changed",
          null);
    }

    /**
     * Refuses a file that is not there.
     *
     * @param what what the file is
     * @param value the value that gives its location
     * @param key the name of that value's key
     */
    static void require(
        DurableFiles files, Path file, String what, RegistryValue value, String key) {
      if (files.status(file).isAbsent()) {
        throw new MissingFile(
            file,
            what + " that " + value.shownName() + " of " + key + " at " + value.place() + " names");
      }
    }

    /** Refuses a password that is not there; no value gives its location. */
    static void requirePassword(DurableFiles files, Layout layout) {
      if (files.status(layout.password()).isAbsent()) {
        throw new MissingFile(
            layout.password(),
            "the account password, which opens the private keys that @ of PrivateKeys in "
                + layout.hive()
                + " names");
      }
    }
  }

  /** There are profiles or keys, but not the hive that says what they are. */
  static final class MissingHive extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    MissingHive(Path hive, Path present) {
      super(
          "registry.missing-hive",
          FileLine.of(hive),
          "is missing, although there is " + present,
          "restore the hive from a copy, or move those files away to begin anew",
          null);
    }
  }

  /** A profile file that is not the XML that this store writes. */
  static final class ProfileXml extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    ProfileXml(FileLine place, String problem, @Nullable Throwable cause) {
      super(
          "registry.xml",
          place,
          problem,
          "restore the file from a copy; nothing was changed",
          cause);
    }
  }

  /** A hive that is older than the files beside it. */
  static final class StaleHive extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    StaleHive(Path hive, long generation, Path newer) {
      super(
          "registry.stale-hive",
          FileLine.of(hive),
          "is of generation " + generation + ", older than " + newer,
          "restore the hive that belongs to these files; nothing was changed",
          null);
    }
  }

  /** A store whose last commit failed. */
  static final class StoreLost extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    StoreLost(Path hive) {
      super(
          "registry.lost",
          FileLine.of(hive),
          "an earlier change failed, so what is on the disk is not known",
          "close the store, see to the disk, and open it again",
          null);
    }
  }

  /** A file that would be larger than any that is read. */
  static final class TooLarge extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    TooLarge(Path file, int octets) {
      super(
          "registry.too-large",
          FileLine.of(file),
          "would have " + octets + " octets; at most " + HiveFile.MOST_OCTETS + " can be read back",
          "keep less in one machine of this store, or use another store; nothing was changed",
          null);
    }
  }

  /** A file that this store wrote, which the hive does not name although no commit gave it up. */
  static final class UnnamedFile extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    UnnamedFile(Path file, Path hive) {
      super(
          "registry.unnamed-file",
          FileLine.of(file),
          "belongs to this store, but " + hive.getFileName() + " does not name it",
          "write the missing line again, or restore the hive from a copy; if the line was removed on"
              + " purpose, move the file away",
          null);
    }
  }

  /** A file in a directory of the store that the hive does not name; only reported. */
  static final class UnusedFile extends RegistryStoreException {

    private static final long serialVersionUID = 1L;

    static final String CODE = "registry.unused-file";

    UnusedFile(Path file) {
      super(
          CODE,
          FileLine.of(file),
          "is not named in the registry",
          "find out who put it there, then move it away; it is neither read nor changed",
          null);
    }
  }
}
