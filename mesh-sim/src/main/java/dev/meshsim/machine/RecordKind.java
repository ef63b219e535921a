package dev.meshsim.machine;

/** The kinds of data a machine keeps (developer-08 section 5.1.2, and what follows from it). */
public enum RecordKind {
  /** A portal account; its name is {@code user@domain}. */
  ACCOUNT,
  /** A personal profile; its name is its identifier. */
  PERSONAL,
  /** A device profile of this machine; its name is its identifier. */
  DEVICE,
  /** An application profile; its name is its identifier. */
  APPLICATION,
  /** A connection request of this machine that has not been answered; its name is the account. */
  REQUEST,
  /** What the portal of an account is not known to have; its name is the account. */
  BEHIND,
  /** The keys of a portal, and what was seen of its log; its name is the portal's domain. */
  PORTAL,
  /** A private key; its name is the fingerprint of the public key. */
  PRIVATE_KEY,
  /** Which account, personal profile or device is the default; its name is that kind's name. */
  DEFAULT
}
