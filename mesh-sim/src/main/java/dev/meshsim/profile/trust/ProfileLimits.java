package dev.meshsim.profile.trust;

/**
 * The limits of signed objects, which portals and clients apply before they verify anything. They
 * bound the work of a verification: without them a text of a few MiB asks for a hundred thousand
 * signature checks. Each is far above the needs of a person.
 */
public final class ProfileLimits {

  /** The most signatures of one object. Recovery makes two; each signer signs once. */
  public static final int SIGNATURES = 4;

  /** The most devices of a personal profile. */
  public static final int DEVICES = 2048;

  /** The most applications of a personal profile. */
  public static final int APPLICATIONS = 256;

  /** The most escrow keys of a master profile, and the most online signature keys. */
  public static final int KEYS = 128;

  /**
   * The most octets of the protected header of one signature. That of a master profile names a
   * device for each of its {@link #KEYS} online signature keys, which takes 37 octets each.
   */
  public static final int HEADER_OCTETS = 8192;

  /** The most members and elements in the payload of one signed object. */
  public static final int PAYLOAD_PARTS = 200_000;

  /** The most members and elements in the payload of a master profile or a device profile. */
  public static final int KEYS_PARTS = 8192;

  private ProfileLimits() {}
}
