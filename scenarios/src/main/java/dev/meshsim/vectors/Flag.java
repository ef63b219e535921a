package dev.meshsim.vectors;

/** The topic of a vector: the key of a note on the bug that the vector would show. */
enum Flag {
  NORMAL("Normal", "BASIC", "What every implementation must do."),
  PUBLISHED("Published", "BASIC", "Taken from an example that a draft prints."),
  PRECISION("Precision", "FUNCTIONALITY", "Another precision than the default."),
  COMPRESSED(
      "Compressed",
      "EDGE_CASE",
      "The digest ends in 20 zero bits or more, so the type octet is raised (mesh-udf-08 5.2)."
          + " Implementations that ignore this write another fingerprint."),
  LAST_OCTET(
      "LastOctet",
      "LEGACY",
      "The precision ends within an octet, where the reference implementation took the low bits of"
          + " the digest's octet. Only an implementation that does the same finds its names."),
  CORRECTED_TRUNCATION(
      "CorrectedTruncation",
      "LEGACY",
      "The last octet is cut as udf-04 3.2 asks. No reference log has it but by chance; a reader"
          + " may take it, since the bits that differ carry no security."),
  ALTERED_DIGEST("AlteredDigest", "MODIFIED_PARAMETER", "Some of the digest is another's."),
  WRONG_CONTENT_TYPE(
      "WrongContentType", "MISSING_STEP", "The content type is not bound into the fingerprint."),
  WRONG_TYPE("WrongType", "WRONG_PRIMITIVE", "The type octet says something else."),
  WRONG_ENCODING(
      "WrongEncoding", "WRONG_PRIMITIVE", "The key is encoded as the other dialect does."),
  SPKI_2016(
      "Spki2016",
      "LEGACY",
      "In 2016 keys were fingerprinted over their SubjectPublicKeyInfo. Readers of old logs need"
          + " it; nobody writes it any more."),
  OTHER_KEY("OtherKey", "AUTH_BYPASS", "The fingerprint is that of another key."),
  SYNTAX("Syntax", "CAN_OF_WORMS", "The text is not a canonical fingerprint."),
  MISSING_COLON("MissingColon", "MISSING_STEP", "Each part is followed by a colon."),
  NO_SALT(
      "NoSalt",
      "AUTH_BYPASS",
      "Without the salt a portal knows the code before it chooses the profile that it shows."),
  NO_MASTER(
      "NoMaster", "AUTH_BYPASS", "Without the digest the code does not say which master profile."),
  SWAPPED_PAIR("SwappedPair", "MISSING_STEP", "Device first, profile second."),
  SURPLUS("Surplus", "FUNCTIONALITY", "More shares than the quorum, all on one polynomial."),
  EVEN_QUORUM(
      "EvenQuorum",
      "LEGACY",
      "The reference implementation returned the secret plus 25 (mod 2^128) for most of these,"
          + " since its remainder keeps the sign of the dividend. The shares are good."),
  NO_QUORUM("NoQuorum", "MISSING_STEP", "Fewer shares than the quorum must not give a secret."),
  DUPLICATE("Duplicate", "EDGE_CASE", "One index twice divides by zero, or passes for a quorum."),
  WRONG_QUORUM(
      "WrongQuorum", "MODIFIED_PARAMETER", "The quorum in one share is not that of the others."),
  OFF_POLYNOMIAL(
      "OffPolynomial",
      "MISSING_STEP",
      "A surplus share does not lie on the polynomial of the others: one of them is wrong."),
  OUT_OF_FIELD("OutOfField", "EDGE_CASE", "The value is the prime or more, or negative."),
  SPARE_BITS("SpareBits", "CAN_OF_WORMS", "Bits beyond the last octet are not zero."),
  MISTYPED("Mistyped", "EDGE_CASE", "A character is missing, doubled or impossible."),
  FORGIVEN("Forgiven", "FUNCTIONALITY", "Written by hand: lower case, no dashes, 0 for O."),
  MIXED("Mixed", "MISSING_STEP", "Shares of different lengths or formats."),
  NOT_MINIMAL("NotMinimal", "CAN_OF_WORMS", "The value has an octet more than it needs."),
  WRONG_SECRET(
      "WrongSecret",
      "AUTH_BYPASS",
      "A quorum of shares always gives some secret; only the identifier tells that it is another."),
  OVERFLOW_2017(
      "Overflow2017",
      "LEGACY",
      "From quorum 9 on the reference implementation's powers overflow 32 bits and spoil shares"
          + " with large indexes. They can be repaired; without repair they must be refused, since"
          + " plain interpolation gives a wrong secret."),
  XOR("Xor", "LEGACY", "Where the quorum is all shares, the reference implementation used XOR."),
  INDEX_16("Index16", "EDGE_CASE", "Index 16 fits in the octet, though no more than 15 are made."),
  IMPOSSIBLE_SPLIT("ImpossibleSplit", "EDGE_CASE", "Such a split does not exist."),
  ALTERED_PAYLOAD("AlteredPayload", "AUTH_BYPASS", "The payload is not the one that was signed."),
  ALTERED_SIGNATURE("AlteredSignature", "AUTH_BYPASS", "The signature's octets were changed."),
  ALTERED_HEADER("AlteredHeader", "AUTH_BYPASS", "What the header protects was changed."),
  WRONG_DIGEST(
      "WrongDigest",
      "MISSING_STEP",
      "The signature is good, but the digest it covers is another payload's. Implementations that"
          + " verify only the signature believe any payload."),
  WRONG_ALG(
      "WrongAlg",
      "AUTH_BYPASS",
      "The message names another algorithm than the key is for. Implementations that take the"
          + " algorithm from the message can be led to believe anything."),
  SWAPPED_KID("SwappedKid", "AUTH_BYPASS", "The name of the key is another believed key's."),
  UNKNOWN_KID("UnknownKid", "AUTH_BYPASS", "The name of the key is of no key that is believed."),
  CRITICAL("Critical", "MISSING_STEP", "The header makes an extension critical."),
  UNPROTECTED("Unprotected", "AUTH_BYPASS", "A member stands where nothing protects it."),
  ENCODING("Encoding", "CAN_OF_WORMS", "The same numbers in an encoding that is not the format's."),
  MALLEABLE("Malleable", "SIGNATURE_MALLEABILITY", "Another form of a good signature."),
  STRICT_JSON("StrictJson", "CAN_OF_WORMS", "What lenient parsers read in more than one way."),
  SEVERAL("Several", "FUNCTIONALITY", "Several signatures, or several recipients."),
  FOLDED_BASE64(
      "FoldedBase64",
      "LEGACY",
      "Raw line feeds stand in strings, as in everything that the reference implementation wrote."
          + " It is not JSON; readers of its logs must take it."),
  FLATTENED_2016(
      "Flattened2016",
      "LEGACY",
      "In 2016 the signature was over the payload alone, in a flattened form. Its header is not"
          + " covered. Readers of old logs need it; nobody writes it any more."),
  ALTERED_CIPHERTEXT("AlteredCiphertext", "MODIFIED_PARAMETER", "Some of the message was changed."),
  TRUNCATED("Truncated", "MODIFIED_PARAMETER", "The end of it is missing."),
  UNAUTHENTICATED(
      "Unauthenticated",
      "CONFIDENTIALITY",
      "AES-CBC alone does not notice this change: the plaintext is another one. That is why the"
          + " signature around a message is verified before it is decrypted."),
  WRONG_PADDING("WrongPadding", "MISSING_STEP", "The PKCS #7 padding is not one."),
  WRONG_KEK("WrongKek", "AUTH_BYPASS", "The content key is wrapped under another key."),
  KID_MISMATCH("KidMismatch", "MISSING_STEP", "No recipient has the name of the key."),
  WRONG_CONTENT_CIPHER("WrongContentCipher", "WRONG_PRIMITIVE", "Another content encryption."),
  BAD_EPHEMERAL("BadEphemeral", "EDGE_CASE", "The ephemeral key is absent, weak or of no curve."),
  NO_RECIPIENT_2016(
      "NoRecipient2016",
      "LEGACY",
      "The escrow entries of 2016 say neither which key nor how it follows from the secret."),
  NOT_A_KEY_SET("NotAKeySet", "MISSING_STEP", "What is sealed is not the keys it should be."),
  MESSAGE_NAME(
      "MessageName",
      "FUNCTIONALITY",
      "A request is wrapped in its message's name instead of its transaction's. Drafts show both,"
          + " so a portal reads both."),
  OTHER_NAME("OtherName", "MISSING_STEP", "The wrapper's name is of no message that may be here."),
  NO_WRAPPER("NoWrapper", "MISSING_STEP", "The object is in no wrapper, or in more than one."),
  REFUSAL("Refusal", "FUNCTIONALITY", "The portal refused; the answer has a status and no data."),
  UNKNOWN_MEMBER(
      "UnknownMember",
      "CAN_OF_WORMS",
      "A member that the schema does not have. Readers in mesh refuse it, those in portal-2017"
          + " ignore it."),
  ABSENT_MEMBER("AbsentMember", "MISSING_STEP", "A member that the schema requires is not there."),
  MARKS(
      "Marks",
      "FUNCTIONALITY",
      "A transaction of several records: they count only together, when the last is committed."),
  LAYOUT("Layout", "FUNCTIONALITY", "Spaces and the order of members carry no meaning."),
  TRANSACTION_ID("TransactionId", "EDGE_CASE", "The identifier is TID: and a number from 1."),
  ACTION("Action", "MISSING_STEP", "The action is none of New, Update and Delete."),
  TIME("Time", "CAN_OF_WORMS", "The time is not one of RFC 3339 in UTC."),
  TEXT_FORM(
      "TextForm", "MISSING_STEP", "The object is not in a string, so its octets are not kept."),
  OTHER_PURPOSE(
      "OtherPurpose",
      "AUTH_BYPASS",
      "A signature that was made for something else: without the typ any signed object of the"
          + " account would pass as a request."),
  OTHER_CLAIM(
      "OtherClaim",
      "AUTH_BYPASS",
      "The request was signed for another account, portal or portal process. Implementations that"
          + " ignore this accept a request that was replayed."),
  CLAIM_FORM("ClaimForm", "EDGE_CASE", "A claim is absent, of another type, or too long."),
  WRITTEN(
      "Written",
      "BASIC",
      "The octets are those that this project writes for the JSON: the shortest lengths, and commas"
          + " only where the grammar has them."),
  LYING_LENGTH(
      "LyingLength",
      "EDGE_CASE",
      "A length goes past the end. Implementations that trust it allocate memory or read what is"
          + " not theirs; from 2^63 on a signed length is negative."),
  UNKNOWN_TAG("UnknownTag", "MISSING_STEP", "An octet begins no value of the encoding."),
  CHUNKS("Chunks", "FUNCTIONALITY", "A string or data in several parts."),
  CODES("Codes", "FUNCTIONALITY", "Codes of JSON-C: defined once, before they are used."),
  PROOF_LENGTH(
      "ProofLength",
      "MISSING_STEP",
      "A proof has more or fewer hashes than one of these sizes. Implementations that do not count"
          + " them may accept a proof of another tree."),
  PROOF_ORDER("ProofOrder", "EDGE_CASE", "The hashes of a proof are in another order."),
  OTHER_TREE(
      "OtherTree",
      "AUTH_BYPASS",
      "The proof is one about another leaf, another tree or another record: a log that accepts it"
          + " can be rolled back or forked."),
  TREE_SIZE(
      "TreeSize",
      "EDGE_CASE",
      "Sizes at the edges: empty, equal, falling, or not in decimal form."),
  NOTE_FORM("NoteForm", "CAN_OF_WORMS", "The octets of a note that has, or has not, one spelling."),
  NOTE_KEYS(
      "NoteKeys",
      "AUTH_BYPASS",
      "Signatures by other keys are ignored; one by the known key must be there and fit."),
  ABSENCE(
      "Absence",
      "AUTH_BYPASS",
      "That a key has no record is a proof too: it ends at the leaf of another key, on the way of"
          + " the one that was asked for."),
  SEPARATORS(
      "Separators",
      "CAN_OF_WORMS",
      "A comma follows a value in text, no value in binary. After an object or array the reference"
          + " implementation leaves it out.");

  private final String label;
  private final String bugType;
  private final String description;

  Flag(String label, String bugType, String description) {
    this.label = label;
    this.bugType = bugType;
    this.description = description;
  }

  /** The name in the files. */
  String label() {
    return label;
  }

  /** The kind of bug, in Wycheproof's words if it has one. */
  String bugType() {
    return bugType;
  }

  /** The special feature, and the consequence of ignoring it. */
  String description() {
    return description;
  }
}
