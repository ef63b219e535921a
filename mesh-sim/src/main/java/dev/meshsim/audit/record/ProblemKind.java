package dev.meshsim.audit.record;

/** What can be wrong in a log; labels are stable. */
public enum ProblemKind {
  /** A key's fingerprint is not that of its parameters, or its {@code kid} is another. */
  FINGERPRINT_MISMATCH("fingerprint-mismatch", true),
  /** The digest in the protected header, or in a container's, is not that of the payload. */
  DIGEST_MISMATCH("digest-mismatch", true),
  /** The signature does not fit the key and what is signed. */
  SIGNATURE_MISMATCH("signature-mismatch", true),
  /** The signature header names another algorithm than the key's. */
  ALGORITHM_MISMATCH("algorithm-mismatch", true),
  /** The key that signed has not the role that this kind of object asks for. */
  WRONG_SIGNER("wrong-signer", true),
  /** An object inside, which would say who may sign, does not verify itself. */
  CHAIN_BROKEN("chain-broken", true),
  /** An identifier is not that of the object, the key or the profile it stands for. */
  IDENTIFIER_MISMATCH("identifier-mismatch", true),
  /** Two profiles list one application. */
  DISPUTED_APPLICATION("disputed-application", true),
  /** A key that no signature can be verified with: too short, or of an unknown kind. */
  UNUSABLE_KEY("unusable-key", true),
  /** Octets, a record, a text or a payload that cannot be read. */
  UNREADABLE("unreadable", true),
  /** A record that is cut off. */
  TRUNCATED("truncated", true),
  /** A signed object of no known form. */
  UNKNOWN_GENERATION("unknown-generation", true),
  /** A record of a kind that no log has, with nothing signed in it. */
  UNKNOWN_RECORD("unknown-record", true),
  /** A signature whose key, or the profile that would allow it, is in none of the files. */
  UNVERIFIABLE("unverifiable", false),
  /** A signed object that is none of the Mesh's, so nobody can say who may sign it. */
  UNKNOWN_OBJECT("unknown-object", false),
  /** A certificate that is no DER; it is kept as it is, and nothing depends on it. */
  MALFORMED_CERTIFICATE("malformed-certificate", false),
  /** A transaction identifier that an earlier record of the file has. */
  DUPLICATE_TRANSACTION_ID("duplicate-transaction-id", false),
  /** What is to be encrypted stands in the clear. */
  NOT_ENCRYPTED("not-encrypted", false),
  /** A private key stands where all may read it. */
  PRIVATE_KEY("private-key", false),
  /** How many more problems of a kind there were than are listed. */
  MORE("more", false);

  private final String label;
  private final boolean failure;

  ProblemKind(String label, boolean failure) {
    this.label = label;
    this.failure = failure;
  }

  /** The name that reports use. */
  public String label() {
    return label;
  }

  /** True if a log with such a problem has failed; otherwise it is only worth knowing. */
  public boolean failure() {
    return failure;
  }
}
