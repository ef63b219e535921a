package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.util.stream.Collectors;

/** A session that cannot do what it is asked. */
public final class SessionException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The machine knows no such account. */
  public static final String UNKNOWN_ACCOUNT = "session.unknown-account";

  /** The operation needs an online signature key, and none is on this machine. */
  public static final String NOT_ADMINISTRATOR = "session.not-administrator";

  /** None of the profile's devices is this machine. */
  public static final String NOT_CONNECTED = "session.not-connected";

  /** The profile was deleted from this machine. */
  public static final String DELETED = "session.deleted";

  /** The escrowed keys are those of another profile. */
  public static final String OTHER_PROFILE = "session.other-profile";

  /** The portal gave an older version than this machine has seen. */
  public static final String ROLLBACK = "session.rollback";

  /** The portal gave another profile than was asked for. */
  public static final String PROFILE_CHANGED = "session.profile-changed";

  /** There is no such device in the profile. */
  public static final String UNKNOWN_DEVICE = "session.unknown-device";

  /** The machine already has a profile. */
  public static final String ALREADY_BOUND = "session.already-bound";

  /** The portal speaks another dialect than the session. */
  public static final String OTHER_DIALECT = "session.other-dialect";

  private SessionException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  static SessionException unknownAccount(String machine, AccountName account) {
    return new SessionException(
        UNKNOWN_ACCOUNT,
        "the account " + account + " is not on the machine " + machine,
        "create the account, recover it, or connect this machine to it");
  }

  static SessionException otherDialect(Dialect session, String portal, Dialect spoken) {
    return new SessionException(
        OTHER_DIALECT,
        "the portal "
            + portal
            + " speaks the dialect "
            + spoken.label()
            + ", this session "
            + session.label(),
        "make the session with that portal, so that it speaks the portal's dialect");
  }

  static SessionException otherSuite(Dialect dialect, Suite suite) {
    return new SessionException(
        OTHER_DIALECT,
        "the dialect " + dialect.label() + " has no keys of the suite " + suite.label(),
        "use one of "
            + dialect.suites().stream().map(Suite::label).collect(Collectors.joining(", ")));
  }

  static SessionException notAdministrator(String machine, Udf profile) {
    return new SessionException(
        NOT_ADMINISTRATOR,
        "the machine " + machine + " holds no online signature key of the profile " + profile,
        "do this on an administration device");
  }

  static SessionException notConnected(String machine, Udf profile) {
    return new SessionException(
        NOT_CONNECTED,
        "no device of the machine " + machine + " is in the profile " + profile,
        "connect a device of this machine first");
  }

  static SessionException deleted(Udf profile) {
    return new SessionException(
        DELETED,
        "the profile " + profile + " was deleted from this machine",
        "recover it from its shares, or connect this machine to it");
  }

  static SessionException otherProfile(Udf escrowed, Udf found) {
    return new SessionException(
        OTHER_PROFILE,
        "the escrowed keys are those of the profile " + escrowed + ", the account's is " + found,
        "recover with the account of that profile");
  }

  static SessionException rollback(Udf identifier) {
    return new SessionException(
        ROLLBACK,
        "the portal gave an older version of " + identifier + " than this machine has",
        "do not trust the portal; publish this machine's version again");
  }

  static SessionException profileChanged(AccountName account, Udf expected, Udf found) {
    return new SessionException(
        PROFILE_CHANGED,
        "the profile of " + account + " is " + found + ", not " + expected + " as before",
        "compare the fingerprint with the person's own before going on");
  }

  static SessionException unknownDevice(Udf profile, Udf device) {
    return new SessionException(
        UNKNOWN_DEVICE,
        "the profile " + profile + " has no device " + device,
        "connect the device first, or fetch the profile again");
  }

  static SessionException alreadyBound(String machine, AccountName account) {
    return new SessionException(
        ALREADY_BOUND,
        "the account " + account + " is on the machine " + machine + " already",
        "use it, or delete the profile from the machine first");
  }
}
