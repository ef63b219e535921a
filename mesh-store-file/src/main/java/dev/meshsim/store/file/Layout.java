package dev.meshsim.store.file;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names of a store's files, as texts relative to its root with a slash between directory and
 * file. They are made of constants and of fingerprints, never of a person's text.
 */
final class Layout {

  static final String INDEX = "profiles.json";
  static final String JOURNAL = "commit.json";
  static final String LOCK = "lock";
  static final String PROFILES = "profiles";
  static final String REQUESTS = "requests";
  static final String KEYS = "keys";

  /** The directories below the root. */
  static final List<String> DIRECTORIES = List.of(PROFILES, REQUESTS, KEYS);

  private static final String TEST = "test";
  private static final int LONGEST_UDF = 200;
  private static final Pattern RECORD_FILE =
      Pattern.compile("(id_[a-z0-9]+-)?[A-Z2-7-]+(\\.mmm[pdarlk]|\\.pub|\\.pem|\\.pub\\.pem)?");

  private final Path root;
  private final StoreMode mode;

  /**
   * Finds the places of one mode.
   *
   * @param given the machine's directory: it holds production data itself, and test data in a
   *     directory below it
   */
  Layout(Path given, StoreMode mode) {
    this.mode = mode;
    this.root = mode == StoreMode.TEST ? given.resolve(TEST) : given;
  }

  /** The directory of this mode's data. */
  Path root() {
    return root;
  }

  /** The mode as {@code profiles.json} has it: {@code test} or {@code production}. */
  String modeName() {
    return nameOf(mode);
  }

  static String nameOf(StoreMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  StoreMode mode() {
    return mode;
  }

  /** The path of a file of this store. */
  Path path(String name) {
    return root.resolve(name);
  }

  /** True if the root may have this name in it, besides those of an unfinished change. */
  boolean belongsInRoot(String name) {
    return name.equals(INDEX)
        || name.equals(JOURNAL)
        || name.equals(LOCK)
        || DIRECTORIES.contains(name)
        || (mode == StoreMode.PRODUCTION && name.equals(TEST));
  }

  /** True if a name in this directory, or {@code ""} for the root, could be one of a record. */
  static boolean couldBeOurs(String directory, String name) {
    return directory.isEmpty()
        ? name.equals(INDEX) || name.equals(JOURNAL)
        : RECORD_FILE.matcher(name).matches();
  }

  /**
   * True if a store of test data makes a file or directory of this name.
   *
   * @param name relative to the machine's directory
   */
  static boolean isTestName(Path name) {
    String last = name.getFileName().toString();
    String finished = last;
    for (String suffix : List.of(Journal.STAGED, DurableFiles.UNFINISHED)) {
      finished = last.endsWith(suffix) ? last.substring(0, last.length() - suffix.length()) : last;
      if (!finished.equals(last)) {
        break;
      }
    }
    return switch (name.startsWith(TEST) ? name.getNameCount() : 0) {
      case 1 -> true;
      case 2 -> last.equals(LOCK) || DIRECTORIES.contains(last) || couldBeOurs("", finished);
      case 3 -> {
        String directory = name.getName(1).toString();
        yield DIRECTORIES.contains(directory) && couldBeOurs(directory, finished);
      }
      default -> false;
    };
  }

  /** The directory of a file's name, or {@code ""} for the root. */
  static String directoryOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /**
   * The files of a record; of a key the private half comes first.
   *
   * @throws FileStoreException {@code store.file.name} if a fingerprint is too long for a file name
   */
  List<String> filesOf(MachineRecord record) {
    if (record instanceof MachineRecord.Personal personal) {
      return profile(personal.signed().identifier(), "mmmp");
    } else if (record instanceof MachineRecord.Device device) {
      return profile(device.signed().identifier(), "mmmd");
    } else if (record instanceof MachineRecord.Application application) {
      return profile(application.signed().identifier(), "mmma");
    } else if (record instanceof MachineRecord.Request request) {
      return List.of(requestFile(request.account()));
    } else if (record instanceof MachineRecord.Behind behind) {
      return List.of(lagFile(behind.account()));
    } else if (record instanceof MachineRecord.Portal portal) {
      return List.of(portalFile(portal.domain()));
    } else if (record instanceof MachineRecord.Key key) {
      return keyFiles(KeyForm.of(key.jwk().spec()), key.udf());
    }
    return List.of();
  }

  /** The file of a profile of a kind, which its extension tells. */
  List<String> profile(Udf identifier, String extension) {
    return List.of(PROFILES + "/" + fileText(identifier) + "." + extension);
  }

  /** The file of the request to an account: named by the fingerprint of the account's name. */
  static String requestFile(String account) {
    return accountFile(account) + ".mmmr";
  }

  /** The file of what an account's portal is behind by, named as that of a request. */
  static String lagFile(String account) {
    return accountFile(account) + ".mmml";
  }

  /** The file of a portal's keys, named as that of a request, after the domain. */
  static String portalFile(String domain) {
    return accountFile(domain) + ".mmmk";
  }

  private static String accountFile(String account) {
    Udf name = Udf.fingerprint(UdfFormat.MESH, ContentTypes.TEXT_PLAIN, Bytes.utf8(account));
    return REQUESTS + "/" + name.text();
  }

  /** The private and the public half of a key. */
  List<String> keyFiles(KeyForm form, Udf udf) {
    String text = fileText(udf);
    return List.of(KEYS + "/" + form.privateName(text), KEYS + "/" + form.publicName(text));
  }

  private String fileText(Udf udf) {
    if (udf.text().length() > LONGEST_UDF) {
      throw FileStoreException.nameTooLong(root, udf.text().length(), LONGEST_UDF);
    }
    return udf.text();
  }
}
