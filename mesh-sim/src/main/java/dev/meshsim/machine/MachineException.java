package dev.meshsim.machine;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.udf.Udf;
import java.util.List;

/** A failure of a machine or of its archive, of any kind of store. */
public final class MachineException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ARCHIVE(
        "machine.bad-archive",
        "A line of a machine archive is wrong or missing.",
        "export the machine again; nothing was imported"),
    MODES_DIFFER(
        "machine.modes-differ",
        "One store or archive holds test data and the other production data.",
        "open both stores in the same mode"),
    NO_HOME(
        "machine.no-home",
        "The home directory of the person who runs the program is not known, or is not there.",
        "start Java with -Duser.home= and the person's home directory; nothing was made"),
    NO_PRIVATE_KEY(
        "machine.no-private-key",
        "The private key is not on this machine.",
        "use the machine that made the key, or recover the profile on this one"),
    NO_USUAL_PLACE(
        "machine.no-usual-place",
        "Stores of this kind have no usual place on a computer.",
        "choose another kind, or open the store in a directory of your own"),
    NO_USUAL_STORE(
        "machine.no-usual-store",
        "The module with the usual kind of store of this platform is missing.",
        "add the module to the class path; nothing was made"),
    NOT_EMPTY(
        "machine.not-empty", "The store to copy to is not empty.", "name a new place for the copy"),
    NOT_TEST_DATA(
        "machine.not-test-data",
        "Only test data can be erased, and the store holds production data.",
        "open the store in test mode"),
    STORE_CLOSED(
        "machine.store-closed",
        "The store that is checked was closed.",
        "open it again and check that one"),
    UNKNOWN_STORE(
        "machine.unknown-store", "There is no machine store of that name.", "choose one of them"),
    UNSIGNED(
        "machine.unsigned",
        "A profile or a request in the store is not what was signed.",
        "restore it from a copy, or get it from the portal again"),
    WRONG_KEY(
        "machine.wrong-key",
        "A private key does not have the fingerprint that it is kept under.",
        "find out who put another key in its place; nothing was changed");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private MachineException(Code code, String problem) {
    super(code, problem);
  }

  private MachineException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  private MachineException(Code code, String place, String problem, String hint) {
    super(code, place, problem, hint, null);
  }

  /** Refuses to erase production data. */
  public static MachineException notTestData() {
    return new MachineException(
        Code.NOT_TEST_DATA, "this store holds a person's own data, which eraseTest never touches");
  }

  static MachineException noHome(String place, String problem) {
    return new MachineException(Code.NO_HOME, Quote.of(place), problem, Code.NO_HOME.hint());
  }

  static MachineException noUsualStore(String system, String kind, List<String> others) {
    return new MachineException(
        Code.NO_USUAL_STORE,
        "the usual store of " + system + " is of the kind " + kind + ", whose module is missing",
        "add the artifact dev.meshsim:mesh-store-"
            + kind
            + " to the class path"
            + (others.isEmpty() ? "" : ", or name a kind: " + String.join(", ", others))
            + "; nothing was made");
  }

  static MachineException noUsualPlace(String kind, List<String> others) {
    return new MachineException(
        Code.NO_USUAL_PLACE,
        "a store of the kind " + kind + " has no usual place on a computer",
        others.isEmpty()
            ? Code.NO_USUAL_PLACE.hint()
            : "choose one of "
                + String.join(", ", others)
                + ", or open the store in a directory of your own");
  }

  static MachineException noPrivateKey(String machine, Udf udf) {
    return new MachineException(
        Code.NO_PRIVATE_KEY, "the private key " + udf + " is not on the machine " + machine);
  }

  static MachineException wrongKey(Udf udf) {
    return new MachineException(
        Code.WRONG_KEY, "the private key is not the one of the fingerprint " + udf);
  }

  static MachineException unknownStore(String name, List<String> known) {
    return new MachineException(
        Code.UNKNOWN_STORE,
        "there is no machine store named " + name + "; there are: " + String.join(", ", known));
  }

  static MachineException notEmpty() {
    return new MachineException(
        Code.NOT_EMPTY, "the store to copy to has data already; an empty one is expected");
  }

  static MachineException modesDiffer(StoreMode from, StoreMode to) {
    return new MachineException(
        Code.MODES_DIFFER,
        "a copy goes from " + from + " to " + to + " data, which are never mixed");
  }

  static MachineException otherArchive(StoreMode archive, StoreMode store) {
    return new MachineException(
        Code.MODES_DIFFER,
        "the archive holds " + archive + " data and the store is for " + store + " data",
        "import it into a store of its own mode; the two are never mixed");
  }

  static MachineException badArchive(int line, String why) {
    return new MachineException(
        Code.BAD_ARCHIVE, "line " + line + " of the archive is wrong: " + why);
  }

  static MachineException cutArchive(int last, int expected, int found) {
    return new MachineException(
        Code.BAD_ARCHIVE,
        "line 1 of the archive says that there are "
            + expected
            + " records, and up to line "
            + last
            + ", the last, there are "
            + found);
  }
}
