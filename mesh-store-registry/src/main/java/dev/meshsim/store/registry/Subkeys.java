package dev.meshsim.store.registry;

import dev.meshsim.machine.RecordKind;
import dev.meshsim.store.registry.hive.NameOrder;
import java.util.List;

/** The keys below the root: three of developer-08 section 5.1.2, and five that it leaves open. */
final class Subkeys {

  /** The kinds that have a key, in the order of this list. */
  static final List<RecordKind> KINDS =
      List.of(
          RecordKind.ACCOUNT,
          RecordKind.PERSONAL,
          RecordKind.DEVICE,
          RecordKind.APPLICATION,
          RecordKind.REQUEST,
          RecordKind.BEHIND,
          RecordKind.PORTAL,
          RecordKind.PRIVATE_KEY);

  /** The kinds whose values give the location of an XML file. */
  static final List<RecordKind> WITH_FILE =
      List.of(
          RecordKind.PERSONAL,
          RecordKind.DEVICE,
          RecordKind.APPLICATION,
          RecordKind.REQUEST,
          RecordKind.BEHIND,
          RecordKind.PORTAL);

  /** The kinds that have a default record. */
  static final List<RecordKind> WITH_DEFAULT =
      List.of(RecordKind.ACCOUNT, RecordKind.PERSONAL, RecordKind.DEVICE);

  /** The key whose values are named by the locations of files that nothing needs any more. */
  static final String OBSOLETE = "Obsolete";

  private Subkeys() {}

  /** The name of a kind's key. */
  static String of(RecordKind kind) {
    return switch (kind) {
      case ACCOUNT -> "Accounts";
      case PERSONAL -> "PersonalProfiles";
      case DEVICE -> "ThisDevice";
      case APPLICATION -> "ApplicationProfiles";
      case REQUEST -> "ConnectionRequests";
      case BEHIND -> "PortalLags";
      case PORTAL -> "Portals";
      case PRIVATE_KEY -> "PrivateKeys";
      case DEFAULT -> throw new IllegalArgumentException("a default is in another kind's key");
    };
  }

  /** The names of the kinds' keys, in the order of {@link #KINDS}. */
  static List<String> names() {
    return KINDS.stream().map(Subkeys::of).toList();
  }

  /** True for the name of a key that this store reads, in any case. */
  static boolean isName(String name) {
    return NameOrder.same(OBSOLETE, name)
        || KINDS.stream().anyMatch(kind -> NameOrder.same(of(kind), name));
  }

  /** The name of a kind's file in messages. */
  static String fileOf(RecordKind kind) {
    return switch (kind) {
      case PERSONAL -> "the personal profile";
      case DEVICE -> "the device profile";
      case APPLICATION -> "the application profile";
      case REQUEST -> "the connection request";
      case BEHIND -> "the lag of the portal";
      case PORTAL -> "the keys of the portal";
      case PRIVATE_KEY -> "the store of the private keys";
      default -> throw new IllegalArgumentException(kind + " has no file");
    };
  }

  /** True if the values of a kind's key are named after accounts or domains, not fingerprints. */
  static boolean namedByAccount(RecordKind kind) {
    return switch (kind) {
      case ACCOUNT, REQUEST, BEHIND, PORTAL -> true;
      case PERSONAL, DEVICE, APPLICATION, PRIVATE_KEY, DEFAULT -> false;
    };
  }

  /**
   * True if a hive without a kind's key is complete: stores of earlier versions lack it, and it is
   * made with its first value.
   */
  static boolean isOptional(RecordKind kind) {
    return kind == RecordKind.BEHIND || kind == RecordKind.PORTAL;
  }

  /** The name of a record's value. */
  static String valueName(RecordKind kind, String name) {
    return namedByAccount(kind) ? AccountNames.encode(name) : name;
  }

  /**
   * The text of a default value that names a record; never empty, since an empty text means no
   * default.
   */
  static String defaultText(RecordKind kind, String name) {
    if (namedByAccount(kind)) {
      return AccountNames.encode(name);
    }
    return name.isEmpty() || name.startsWith("#") ? "#" + name : name;
  }

  /**
   * The record that a default value's text names.
   *
   * @throws IllegalArgumentException if it names none
   */
  static String defaultName(RecordKind kind, String text) {
    if (namedByAccount(kind)) {
      return AccountNames.decode(text);
    }
    return text.startsWith("#") ? text.substring(1) : text;
  }
}
