package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.NameOrder;
import dev.meshsim.store.registry.hive.RegistryException;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a store's files. The machine's directory represents {@code C:\Users\mesh}; test and
 * production data have different names throughout.
 *
 * @param root the machine's directory
 */
record Layout(Path root, StoreMode mode) {

  private static final String HOME = "C:\\Users\\mesh\\";
  private static final long LAST_GENERATION = 0xffff_ffffL;
  private static final int LONGEST_TOKEN = 200;
  private static final Pattern OURS =
      Pattern.compile(
          "(?:(?:PersonalProfile|DeviceProfile|ApplicationProfile|ConnectionRequest|PortalLag"
              + "|PortalKeys)"
              + "-[A-Z2-7-]{1,200}\\.([0-9]{1,10})\\.xml"
              + "|PrivateKeys\\.([0-9]{1,10})\\.p12)");

  Layout {
    Objects.requireNonNull(root);
    Objects.requireNonNull(mode);
  }

  /** The name of the root key, and of the directories. */
  String branch() {
    return mode == StoreMode.TEST ? "CryptoMesh" : "MathematicalMesh";
  }

  /** The full name of the root key. */
  String rootKey() {
    return "HKEY_CURRENT_USER\\SOFTWARE\\" + branch();
  }

  Path hive() {
    return root.resolve(branch() + ".reg");
  }

  /** The comment that ends a complete hive. */
  String lastLine() {
    return "; end of " + branch();
  }

  Path lock() {
    return root.resolve(branch() + ".lock");
  }

  /** The file in which a person gives changes to be merged when the store is opened. */
  Path toImport() {
    return root.resolve(branch() + ".import.reg");
  }

  /** The name of that file after it was merged. */
  Path imported(long generation) {
    return root.resolve(branch() + ".imported." + generation + ".reg");
  }

  Path password() {
    return local().resolve("AccountPassword.txt");
  }

  Path keyFile(long generation) {
    return local().resolve("PrivateKeys." + generation + ".p12");
  }

  /** The file of a record that has one of its own. */
  Path recordFile(RecordKind kind, String name, long generation) {
    String token = name;
    if (Subkeys.namedByAccount(kind) || name.length() > LONGEST_TOKEN) {
      token = Udf.fingerprint(UdfFormat.MESH, "text/plain", Bytes.utf8(name)).text();
    }
    String file = prefix(kind) + "-" + token + "." + generation + ".xml";
    return (kind == RecordKind.DEVICE ? local() : roaming()).resolve(file);
  }

  private static String prefix(RecordKind kind) {
    return switch (kind) {
      case PERSONAL -> "PersonalProfile";
      case DEVICE -> "DeviceProfile";
      case APPLICATION -> "ApplicationProfile";
      case REQUEST -> "ConnectionRequest";
      case BEHIND -> "PortalLag";
      case PORTAL -> "PortalKeys";
      default -> throw new IllegalArgumentException(kind + " has no file of its own");
    };
  }

  /**
   * The generation after that one.
   *
   * @throws RegistryException {@code store.registry.value} if a REG_DWORD has no room for it
   */
  long generationAfter(long generation) {
    if (generation >= LAST_GENERATION) {
      throw RegistryException.value(
          FileLine.of(hive()),
          "Generation is " + generation + ", the largest that it can be",
          "close the store and set Generation to the largest number in the names of its files;"
              + " nothing was changed");
    }
    return generation + 1;
  }

  /** The generation that wrote a file, if its name is one that this store gives. */
  static OptionalLong generationOf(Path file) {
    Matcher ours = OURS.matcher(String.valueOf(file.getFileName()));
    if (!ours.matches()) {
      return OptionalLong.empty();
    }
    String digits = ours.group(1) == null ? ours.group(2) : ours.group(1);
    long generation = Long.parseLong(digits);
    return generation > LAST_GENERATION ? OptionalLong.empty() : OptionalLong.of(generation);
  }

  /**
   * True if a store of this mode makes a file or directory of this name.
   *
   * @param path below the root
   */
  boolean makes(Path path) {
    String name = path.getFileName().toString();
    Path finished =
        name.endsWith(DurableFiles.UNFINISHED)
            ? path.resolveSibling(
                name.substring(0, name.length() - DurableFiles.UNFINISHED.length()))
            : path;
    return directories().contains(path)
        || path.equals(lock())
        || finished.equals(hive())
        || finished.equals(password())
        || (fileDirectories().contains(path.getParent()) && generationOf(finished).isPresent());
  }

  /** The directory of roaming data, which follows the user from machine to machine. */
  Path roaming() {
    return root.resolve("AppData").resolve("Roaming").resolve(branch());
  }

  /** The directory of local data, which stays on the machine. */
  Path local() {
    return root.resolve("AppData").resolve("Local").resolve(branch());
  }

  /** Every directory below the root, outer ones first. */
  List<Path> directories() {
    Path appData = root.resolve("AppData");
    return List.of(
        appData, appData.resolve("Roaming"), roaming(), appData.resolve("Local"), local());
  }

  /** The directories with files in them. */
  List<Path> fileDirectories() {
    return List.of(roaming(), local());
  }

  /** A file's location as the registry gives it. */
  String location(Path file) {
    return HOME
        + root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "\\");
  }

  /**
   * The file at a location.
   *
   * @throws RegistryException {@code store.registry.value} if it is not directly in one of this
   *     store's directories
   */
  Path file(String location, FileLine place) {
    for (Path directory : fileDirectories()) {
      String prefix = location(directory) + '\\';
      if (NameOrder.of(location).startsWith(NameOrder.of(prefix))) {
        String name = location.substring(prefix.length());
        if (name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}")) {
          return directory.resolve(name);
        }
      }
    }
    throw RegistryException.value(
        place,
        "the location " + Quote.text(location) + " is not a file in " + location(roaming()),
        "move the file there and correct the location; nothing was changed");
  }
}
