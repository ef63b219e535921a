package dev.meshsim.audit.record;

/** The kinds of problems in a log. Labels are stable. */
public enum ProblemKind {
  /** A fingerprint that is not that of the key's parameters or differs from its {@code kid}. */
  FINGERPRINT_MISMATCH("fingerprint-mismatch", true),
  /** A digest in a protected header or a container that is not that of the payload. */
  DIGEST_MISMATCH("digest-mismatch", true),
  /** A signature that is not valid for the key and the signed octets. */
  SIGNATURE_MISMATCH("signature-mismatch", true),
  /** A signature header that names another algorithm than the key's. */
  ALGORITHM_MISMATCH("algorithm-mismatch", true),
  /** An object with more signatures than are checked; none of them is. */
  TOO_MANY_SIGNATURES("too-many-signatures", true),
  /** A signature by a key without the role that this kind of object requires. */
  WRONG_SIGNER("wrong-signer", true),
  /** An inner object that decides which key may sign, and is not verified itself. */
  CHAIN_BROKEN("chain-broken", true),
  /** An identifier that is not that of its object, key or profile. */
  IDENTIFIER_MISMATCH("identifier-mismatch", true),
  /** An application that two profiles list. */
  DISPUTED_APPLICATION("disputed-application", true),
  /** A key that cannot verify: too short, or of an unknown kind. */
  UNUSABLE_KEY("unusable-key", true),
  /** Octets, a record, a text or a payload that cannot be read. */
  UNREADABLE("unreadable", true),
  /** A record that is cut short. */
  TRUNCATED("truncated", true),
  /** The last record of a log, without the line end that every record has. */
  UNFINISHED("unfinished", true),
  /** A record of an unknown kind without a signed object. */
  UNKNOWN_RECORD("unknown-record", true),
  /** A signature whose key, or the profile that gives it the role, is not in the files. */
  UNVERIFIABLE("unverifiable", false),
  /** A signed object of no known form, so that its signatures cannot be verified. */
  UNKNOWN_GENERATION("unknown-generation", false),
  /** A signed object that is not the Mesh's, so that it is not known which key may sign it. */
  UNKNOWN_OBJECT("unknown-object", false),
  /** A certificate that is not DER. It is not used. */
  MALFORMED_CERTIFICATE("malformed-certificate", false),
  /** A transaction identifier that an earlier record of the file has. */
  DUPLICATE_TRANSACTION_ID("duplicate-transaction-id", false),
  /** A plaintext in place of a ciphertext. */
  NOT_ENCRYPTED("not-encrypted", false),
  /** A private key in a log, unencrypted. */
  PRIVATE_KEY("private-key", false),
  /** The number of problems of one kind that are not listed. */
  MORE("more", false);

  private final String label;
  private final boolean failure;

  ProblemKind(String label, boolean failure) {
    this.label = label;
    this.failure = failure;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  /** True if a log with such a problem fails; otherwise it is a remark. */
  public boolean failure() {
    return failure;
  }
}
