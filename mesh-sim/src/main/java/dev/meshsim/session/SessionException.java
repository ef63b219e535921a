package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.util.stream.Collectors;

/** A request that a session cannot fulfil. */
public final class SessionException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ALREADY_BOUND(
        "session.already-bound",
        "The account is on this machine already.",
        "use it, or delete the profile from the machine first"),
    CODES_DIFFER(
        "session.codes-differ",
        "The codes of the device and of its request are not the same.",
        "compare all letters again; if they differ, reject the request and connect anew"),
    CODE_INCOMPLETE(
        "session.code-incomplete",
        "Only a part of a connection code was given.",
        "type the whole code that the device shows; dashes and case do not matter"),
    CODE_UNKNOWN(
        "session.code-unknown",
        "No open connection request has this code.",
        "check the typed letters and list the requests again; do not accept another request"),
    CONNECTION_REFUSED(
        "session.connection-refused",
        "An administrator refused to connect the device.",
        "compare the codes shown on both sides, then ask again"),
    CONNECTION_TIMEOUT(
        "session.connection-timeout",
        "No administrator answered a connection request in time; the request stays open.",
        "accept the request on an administration device, then await again"),
    CONTRADICTION(
        "session.contradiction",
        "The portal refused a change of a version as outdated, and still gives that version.",
        "try again; if it repeats, the portal changes its answers, so do not trust it"),
    DELETED(
        "session.deleted",
        "The profile was deleted from this machine.",
        "recover it from its shares, or connect this machine to it"),
    FORKED(
        "session.forked",
        "The portal gave a version that replaces the same version as one that it gave or took"
            + " before.",
        "do not trust the portal: it shows two histories; compare the devices with each other"),
    INTERRUPTED(
        "session.interrupted",
        "The thread was interrupted while it waited for an answer; the request stays open.",
        "await again"),
    NO_SUCH_ACCOUNT(
        "session.no-such-account",
        "The portal has no such account.",
        "check the spelling of the account, or ask for a new account to be made"),
    NOT_ADMINISTRATOR(
        "session.not-administrator",
        "The operation needs an online signature key, and this machine has none.",
        "do this on an administration device"),
    NOT_CONNECTED(
        "session.not-connected",
        "No device of this machine is in the profile.",
        "connect a device of this machine first"),
    OTHER_ANSWER(
        "session.other-answer",
        "The portal gave the answer to another connection request than this machine's.",
        "await again; if it repeats, the portal replays an old answer"),
    OTHER_DIALECT(
        "session.other-dialect",
        "The portal or the suite does not belong to the dialect of the session.",
        "make the session with that portal, so that it speaks the portal's dialect"),
    OTHER_PROFILE(
        "session.other-profile",
        "The escrowed keys are those of another profile.",
        "recover with the account of that profile"),
    OTHER_MACHINE(
        "session.other-machine",
        "The profile was made on another machine, which holds its keys.",
        "create the account there, and connect this machine to it"),
    OTHER_MASTER(
        "session.other-master",
        "The answer brings another master profile than the one that the code was made for.",
        "connect anew and compare the codes"),
    PROFILE_CHANGED(
        "session.profile-changed",
        "The portal gave another profile than before.",
        "compare the fingerprint with the person's own before going on"),
    ROLLBACK(
        "session.rollback",
        "The portal gave an older version than this machine has seen, or another of the same time.",
        "do not trust the portal; publish this machine's version again"),
    UNKNOWN_ACCOUNT(
        "session.unknown-account",
        "The machine has no such account.",
        "create the account, recover it, or connect this machine to it"),
    UNKNOWN_DEVICE(
        "session.unknown-device",
        "The profile has no such device.",
        "connect the device first, or fetch the profile again");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private SessionException(Code code, String problem) {
    super(code, problem);
  }

  private SessionException(Code code, String problem, String hint) {
    super(code, problem, hint);
  }

  static SessionException unknownAccount(String machine, AccountName account) {
    return new SessionException(
        Code.UNKNOWN_ACCOUNT, "the account " + account + " is not on the machine " + machine);
  }

  static SessionException otherDialect(Dialect session, String portal, Dialect spoken) {
    return new SessionException(
        Code.OTHER_DIALECT,
        "the portal "
            + portal
            + " speaks the dialect "
            + spoken.label()
            + ", this session "
            + session.label());
  }

  static SessionException otherSuite(Dialect dialect, Suite suite) {
    return new SessionException(
        Code.OTHER_DIALECT,
        "the dialect " + dialect.label() + " has no keys of the suite " + suite.label(),
        "use one of "
            + dialect.suites().stream().map(Suite::label).collect(Collectors.joining(", ")));
  }

  static SessionException codesDiffer(Udf device) {
    return new SessionException(
        Code.CODES_DIFFER,
        "the compared code is not the one of the connection request of the device " + device);
  }

  static SessionException codeIncomplete(int letters, int whole) {
    return new SessionException(
        Code.CODE_INCOMPLETE,
        "a connection code has " + whole + " letters and digits, " + letters + " were given");
  }

  static SessionException codeUnknown(int matching) {
    return new SessionException(
        Code.CODE_UNKNOWN,
        (matching == 0 ? "no open connection request has" : matching + " open requests have")
            + " the typed code");
  }

  static SessionException interrupted(Udf device, AccountName account, Duration waited) {
    return new SessionException(
        Code.INTERRUPTED,
        "the wait for an answer to the device "
            + device
            + " from "
            + account
            + " was interrupted after "
            + Patience.shown(waited)
            + "; the request stays open");
  }

  static SessionException otherAnswer(AccountName account, Udf device) {
    return new SessionException(
        Code.OTHER_ANSWER,
        "the portal of "
            + account
            + " gave an answer to another request than the open one of the device "
            + device);
  }

  static SessionException otherMaster(AccountName account, Udf profile) {
    return new SessionException(
        Code.OTHER_MASTER,
        "the master profile of "
            + profile
            + ", the profile of "
            + account
            + ", is not the one that this machine's connection code was made for");
  }

  static SessionException contradiction(Udf identifier, PortalRefusedException refused) {
    return new SessionException(
        Code.CONTRADICTION,
        "the portal gives the version of "
            + identifier
            + " that this machine has, and refused its successor: "
            + refused.problem());
  }

  static SessionException notAdministrator(String machine, Udf profile) {
    return new SessionException(
        Code.NOT_ADMINISTRATOR,
        "the machine " + machine + " holds no online signature key of the profile " + profile);
  }

  static SessionException noSuchAccount(AccountName account) {
    return new SessionException(
        Code.NO_SUCH_ACCOUNT, "there is no account " + account + " to recover the profile to");
  }

  static SessionException otherMachine(String machine, String made) {
    return new SessionException(
        Code.OTHER_MACHINE,
        "the profile was made on the machine " + made + ", and this is " + machine);
  }

  static SessionException notConnected(String machine, Udf profile) {
    return new SessionException(
        Code.NOT_CONNECTED,
        "no device of the machine " + machine + " is in the profile " + profile);
  }

  static SessionException deleted(Udf profile) {
    return new SessionException(
        Code.DELETED, "the profile " + profile + " was deleted from this machine");
  }

  static SessionException otherProfile(Udf escrowed, Udf found) {
    return new SessionException(
        Code.OTHER_PROFILE,
        "the escrowed keys are those of the profile " + escrowed + ", the account's is " + found);
  }

  static SessionException otherEscrow(Udf escrowed, Udf profile) {
    return new SessionException(
        Code.OTHER_PROFILE,
        "the escrow entry holds the keys of the profile "
            + escrowed
            + ", and this session is on "
            + profile,
        "publish it in a session on its own profile");
  }

  static SessionException rollback(Udf identifier) {
    return new SessionException(
        Code.ROLLBACK,
        "the portal gave an older version of " + identifier + " than this machine has");
  }

  static SessionException forked(Udf identifier) {
    return new SessionException(
        Code.FORKED,
        "the portal gave a version of "
            + identifier
            + " that replaces the same version as the one on this machine");
  }

  static SessionException profileChanged(AccountName account, Udf expected, Udf found) {
    return new SessionException(
        Code.PROFILE_CHANGED,
        "the profile of " + account + " is " + found + ", not " + expected + " as before");
  }

  static SessionException unknownDevice(Udf profile, Udf device) {
    return new SessionException(
        Code.UNKNOWN_DEVICE, "the profile " + profile + " has no device " + device);
  }

  static SessionException unknownAdministrator(Udf profile, Udf device) {
    return new SessionException(
        Code.UNKNOWN_DEVICE,
        "the profile " + profile + " has no administration device " + device,
        "keep only devices that PersonalSession.administrators lists");
  }

  static SessionException alreadyBound(String machine, AccountName account) {
    return new SessionException(
        Code.ALREADY_BOUND,
        "the account " + account + " is on the machine " + machine + " already");
  }
}
