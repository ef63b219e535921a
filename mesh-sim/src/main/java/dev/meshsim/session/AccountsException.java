package dev.meshsim.session;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;

/** A failure of an operation on the several accounts of a profile. */
public final class AccountsException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ACCOUNT_OF_OTHER(
        "session.account-of-other",
        "The account belongs to another profile.",
        "check the spelling of the account"),
    APPLICATION_BEHIND(
        "session.application-behind",
        "A portal lacks a version of an application that this machine's device may not publish.",
        "publish again on an administration device of the application"),
    UNKNOWN_PROFILE(
        "session.unknown-profile",
        "The machine has no such profile.",
        "name one that MeshSession.profiles lists"),
    VERSIONS_DIFFER(
        "session.versions-differ",
        "The account's portal has a version of the profile that this machine's does not follow.",
        "on a machine that has both accounts, publish again; fetch the profile here, and bind it"),
    LAST_ACCOUNT(
        "session.last-account",
        "The account is the only one of its profile on this machine.",
        "delete the profile from the machine, or bind another account of it first");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private AccountsException(Code code, String problem) {
    super(code, problem);
  }

  static AccountsException ofOther(AccountName account, Udf found, Udf profile) {
    return new AccountsException(
        Code.ACCOUNT_OF_OTHER,
        "the account " + account + " belongs to the profile " + found + ", not to " + profile);
  }

  static AccountsException applicationBehind(AccountName account, Udf application) {
    return new AccountsException(
        Code.APPLICATION_BEHIND,
        "the portal of "
            + account
            + " has another version of the application "
            + application
            + ", which this machine's device does not administer");
  }

  static AccountsException versionsDiffer(AccountName account, Udf profile) {
    return new AccountsException(
        Code.VERSIONS_DIFFER,
        "the portal of "
            + account
            + " has a version of the profile "
            + profile
            + " that is neither this machine's nor the one before it or after it");
  }

  static AccountsException unknownProfile(String machine, Udf profile) {
    return new AccountsException(
        Code.UNKNOWN_PROFILE, "the profile " + profile + " is not on the machine " + machine);
  }

  static AccountsException lastAccount(AccountName account, Udf profile) {
    return new AccountsException(
        Code.LAST_ACCOUNT,
        "the profile " + profile + " has no account on this machine but " + account);
  }
}
