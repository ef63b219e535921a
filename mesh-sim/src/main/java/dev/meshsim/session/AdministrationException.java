package dev.meshsim.session;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.udf.Udf;

/** A change of a profile's administrators or devices that cannot be made. */
public final class AdministrationException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    ESCROW_ALTERED(
        "session.escrow-altered",
        "An escrow entry does not open with the secret that it is named after.",
        "do not trust the portal; recover from another portal of the profile"),
    LAST_ADMINISTRATOR(
        "session.last-administrator",
        "The last administrator of a profile cannot be removed.",
        "accept another administration device first, and remove this one there"),
    MASTER_KEY_NEEDED(
        "session.master-key-needed",
        "The operation needs the master signature key, and this machine does not have it.",
        "do this on the first device or one that recovered the profile, or give the shares"),
    NO_ONLINE_KEY(
        "session.no-online-key",
        "The connection request brings no online signature key of its own.",
        "accept it as a plain device, or ask again with connectAsAdministrator"),
    OUTDATED_DEVICE(
        "session.outdated-device",
        "A connection request brings older keys of a device than the profile has.",
        "reject it; if the device is yours, ask again on the device"),
    OWN_DEVICE(
        "session.own-device",
        "A machine cannot remove its own device from the profile.",
        "remove it on another administration device, which takes over its applications");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private AdministrationException(Code code, String problem) {
    super(code, problem);
  }

  private AdministrationException(Code code, String problem, MeshException cause) {
    super(code, problem, code.hint(), cause);
  }

  static AdministrationException escrowAltered(Udf entry, MeshException cause) {
    return new AdministrationException(
        Code.ESCROW_ALTERED,
        "the shares make the secret of the escrow entry "
            + entry
            + ", and the entry that the portal gave does not open with it: "
            + cause.problem(),
        cause);
  }

  static AdministrationException lastAdministrator(Udf profile, Udf device) {
    return new AdministrationException(
        Code.LAST_ADMINISTRATOR,
        "the device " + device + " is the only administrator of the profile " + profile);
  }

  static AdministrationException masterKeyNeeded(String machine, Udf profile) {
    return new AdministrationException(
        Code.MASTER_KEY_NEEDED,
        "the machine " + machine + " does not have the master signature key of " + profile);
  }

  static AdministrationException noOnlineKey(Udf device, String why) {
    return new AdministrationException(
        Code.NO_ONLINE_KEY, "the connection request of the device " + device + " " + why);
  }

  static AdministrationException outdatedDevice(Udf device) {
    return new AdministrationException(
        Code.OUTDATED_DEVICE,
        "the connection request of the device " + device + " has an older device profile");
  }

  static AdministrationException ownDevice(String machine, Udf device) {
    return new AdministrationException(
        Code.OWN_DEVICE, "the device " + device + " is the machine " + machine + "'s own");
  }
}
