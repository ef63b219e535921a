package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;
import java.util.List;

/** A machine that does not have what was asked of it. */
public final class MachineException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** Only test data can be erased. */
  public static final String NOT_TEST_DATA = "machine.not-test-data";

  /** A line of an archive is wrong, or missing. */
  public static final String BAD_ARCHIVE = "machine.bad-archive";

  /** The private key is not on this machine. */
  public static final String NO_PRIVATE_KEY = "machine.no-private-key";

  /** A private key does not have the fingerprint that it is kept under. */
  public static final String WRONG_KEY = "machine.wrong-key";

  /** There is no machine store of that name. */
  public static final String UNKNOWN_STORE = "machine.unknown-store";

  /** The store to copy to is not empty. */
  public static final String NOT_EMPTY = "machine.not-empty";

  /** One store holds test data and the other does not. */
  public static final String MODES_DIFFER = "machine.modes-differ";

  private MachineException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  /** Only test data can be erased. */
  public static MachineException notTestData() {
    return new MachineException(
        NOT_TEST_DATA,
        "this store holds a person's own data, which eraseTest never touches",
        "open the store in test mode");
  }

  static MachineException noPrivateKey(String machine, Udf udf) {
    return new MachineException(
        NO_PRIVATE_KEY,
        "the private key " + udf + " is not on the machine " + machine,
        "use the machine that made the key, or recover the profile on this one");
  }

  static MachineException wrongKey(Udf udf) {
    return new MachineException(
        WRONG_KEY,
        "the private key is not the one of the fingerprint " + udf,
        "find out who put another key in its place; nothing was changed");
  }

  static MachineException unknownStore(String name, List<String> known) {
    return new MachineException(
        UNKNOWN_STORE,
        "there is no machine store named " + name + "; there are: " + String.join(", ", known),
        "choose one of them");
  }

  static MachineException notEmpty() {
    return new MachineException(
        NOT_EMPTY,
        "the store to copy to has data already; an empty one is expected",
        "name a new place for the copy");
  }

  static MachineException modesDiffer(StoreMode from, StoreMode to) {
    return new MachineException(
        MODES_DIFFER,
        "a copy goes from " + from + " to " + to + " data, which are never mixed",
        "open both stores in the same mode");
  }

  static MachineException otherArchive(StoreMode archive, StoreMode store) {
    return new MachineException(
        MODES_DIFFER,
        "the archive holds " + archive + " data and the store is for " + store + " data",
        "import it into a store of its own mode; the two are never mixed");
  }

  static MachineException badArchive(int line, String why) {
    return new MachineException(
        BAD_ARCHIVE,
        "line " + line + " of the archive is wrong: " + why,
        "export the machine again; nothing was imported");
  }

  static MachineException cutArchive(int last, int expected, int found) {
    return new MachineException(
        BAD_ARCHIVE,
        "line 1 of the archive says that there are "
            + expected
            + " records, and up to line "
            + last
            + ", the last, there are "
            + found,
        "export the machine again; nothing was imported");
  }
}
