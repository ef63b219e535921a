package dev.meshsim.protocol;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Dictionary;
import dev.meshsim.json.binary.Encoding;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The additions to the drafts: every member, header member, status, media type and record of the
 * protocol and the portal log that no draft has. The one source of {@code docs/extensions.md} and
 * of the list in {@link HelloResponse}.
 */
public enum Extension {
  SIGNED_REQUEST(
      Kind.RECORD,
      "a request",
      List.of("JoseWebSignature"),
      "carries a request that only the holders of certain keys may make, with its signature",
      "does not know the transaction, and answers nothing or a refusal"),
  SIGNED_REQUEST_TYPE(
      Kind.MEDIA_TYPE,
      "typ in the protected header of a signed request",
      List.of(RequestEnvelope.TYPE),
      "keeps any other signed object from passing for a request",
      "nothing: it reads no signed request"),
  SIGNED_REQUEST_HEADERS(
      Kind.HEADER,
      "the protected header of a signed request",
      List.of("sub", "aud", "iat", "jti"),
      "account, portal domain, time in milliseconds and a number used once: they bind the"
          + " request to one use",
      "nothing: it reads no signed request"),
  CHALLENGE_HEADER(
      Kind.HEADER,
      "the protected header of a signed request",
      List.of("challenge"),
      "names the challenge that the portal gave, so that a copy is refused by every other portal"
          + " and after a restart",
      "an unknown header member, which RFC 7515 says to ignore; a portal that wants it answers 428"),
  CONNECTION_SALT(
      Kind.HEADER,
      "the protected header of a SignedConnectionRequest",
      List.of("salt", "iat"),
      "a number that the connection code covers, and the time in milliseconds: no two requests have"
          + " one code, and a copied request expires",
      "unknown header members, which RFC 7515 says to ignore; it shows another code",
      EnumSet.of(Dialect.MESH)),
  ANSWERED_REQUEST(
      Kind.HEADER,
      "the protected header of a SignedConnectionResult; in portal-2017 that of the signed"
          + " ConnectComplete",
      List.of("answers"),
      "the digest of the connection request that is answered, so that an old answer is not taken for"
          + " a new request's",
      Texts.IGNORED),
  ADMINISTRATORS(
      Kind.HEADER,
      "the protected header of a SignedMasterProfile",
      List.of("administrators"),
      "for each online signature key the identifier of the device that it was made on, or an empty"
          + " text, so that a device can be removed together with its key",
      Texts.IGNORED,
      EnumSet.of(Dialect.MESH)),
  REQUESTED_ONLINE_KEY(
      Kind.HEADER,
      "the protected header of a SignedConnectionRequest",
      List.of("online"),
      "the public key, a JWK, with which the device would administer the profile",
      Texts.IGNORED + "; it connects a plain device",
      EnumSet.of(Dialect.MESH)),
  VOIDED_ESCROW(
      Kind.HEADER,
      "the protected header of the signed Publish of an escrow entry",
      List.of("voids"),
      "the identifiers of earlier escrow entries of the profile that the new one voids, or the text"
          + " all",
      Texts.IGNORED + "; it keeps the old entries"),
  REPLACED_VERSION(
      Kind.HEADER,
      "the protected header of a SignedPersonalProfile and a SignedApplicationProfile; in"
          + " portal-2017 that of the signed Publish or CreateAccount",
      List.of("replaces"),
      "the digest of the version that this one was made from, so that of two devices which change a"
          + " profile at once none loses its change",
      Texts.IGNORED + "; its own versions are refused"),
  READERS_VERSION(
      Kind.HEADER,
      "the protected header of a SignedApplicationProfile; in portal-2017 that of the signed"
          + " Publish",
      List.of("readers"),
      "the digest of the personal profile whose devices the application is encrypted to, so that"
          + " nothing is published for a device that was removed",
      Texts.IGNORED),
  CHALLENGE(
      Kind.MEMBER,
      "HelloResponse",
      List.of("Challenge"),
      "the text that signed requests to this portal must name",
      "an unknown member; its signed requests are refused with 428"),
  EXTENSIONS(
      Kind.MEMBER,
      "HelloResponse",
      List.of("Extensions"),
      "the additions in use, each as kind:name or, for a member, member:Object.Name",
      "an unknown member, which it may ignore"),
  EXTENSIONS_ASKED(
      Kind.MEMBER,
      "HelloRequest",
      List.of("Extensions"),
      "true to be given Challenge and Extensions; a portal-2017 portal leaves them out otherwise,"
          + " since the reference implementation fails on unknown members",
      "the reference implementation fails on it",
      EnumSet.of(Dialect.PORTAL_2017)),
  PROTECTION_ASKED(
      Kind.MEMBER,
      "HelloRequest",
      List.of("Protection"),
      "true to be given the portal's keys for protected messages",
      "an unknown member, at which the reference implementation fails"),
  PORTAL_KEYS(
      Kind.MEMBER,
      "HelloResponse",
      List.of("PortalKeys"),
      "the portal's statements of its keys, newest first, only if they were asked for",
      "not sent to it: it does not ask"),
  PORTAL_KEYS_TYPE(
      Kind.MEDIA_TYPE,
      "typ in the protected headers of a statement of a portal's keys",
      List.of("mesh-portal-keys+jws"),
      "keeps any other signed object from passing for a statement",
      Texts.NO_PROTECTION),
  PORTAL_KEYS_PREVIOUS(
      Kind.HEADER,
      "the protected header of a portal's statement of its keys, in the signature of its own key",
      List.of("previous"),
      "the digest of the statement before it, so that nobody puts other keys before a portal's:"
          + " evidence reaches across a change of keys",
      Texts.IGNORED),
  PROTECTED_TYPES(
      Kind.MEDIA_TYPE,
      "typ in the preamble of a message of the content coding jose-jwb",
      List.of("mesh-request+jwb", "mesh-answer+jwb"),
      "keeps a request from passing for an answer",
      Texts.NO_PROTECTION),
  PROTECTED_REQUEST(
      Kind.HEADER,
      "the preamble of a protected request",
      List.of("aud", "to", "challenge", "iat", "jti", "reply"),
      "portal domain, fingerprint of the portal's key, the challenge of Hello, time in"
          + " milliseconds, a number used once, and the client's key for encrypted answers: they"
          + " bind the request to one use",
      Texts.NO_PROTECTION),
  PROTECTED_ANSWER(
      Kind.HEADER,
      "the preamble of a protected answer",
      List.of("iss", "iat", "request"),
      "portal domain, time in milliseconds, and the digest of the request that is answered",
      Texts.NO_PROTECTION),
  CONNECT_START_STATUS(
      Kind.MEMBER,
      "ConnectStartResponse",
      List.of("Status", "StatusDescription"),
      Texts.EVERY_RESPONSE,
      Texts.NOT_A_RESPONSE),
  CONNECT_STATUS_STATUS(
      Kind.MEMBER,
      "ConnectStatusResponse",
      List.of("Status", "StatusDescription"),
      Texts.EVERY_RESPONSE,
      Texts.NOT_A_RESPONSE),
  CONNECT_PENDING_STATUS(
      Kind.MEMBER,
      "ConnectPendingResponse",
      List.of("Status", "StatusDescription"),
      Texts.EVERY_RESPONSE,
      Texts.NOT_A_RESPONSE),
  CONNECT_COMPLETE_STATUS(
      Kind.MEMBER,
      "ConnectCompleteResponse",
      List.of("Status", "StatusDescription"),
      Texts.EVERY_RESPONSE,
      Texts.NOT_A_RESPONSE),
  STATUS_REASON(
      Kind.MEMBER,
      MessageCodec.ERROR_TAG,
      List.of("StatusReason"),
      "the reason of a refusal as a program reads it, in the response of every transaction; a"
          + " portal-2017 portal gives it only in answers to signed requests, which the reference"
          + " implementation never sends",
      "an unknown member; it goes by the status"),
  BINARY_ENCODINGS(
      Kind.MEDIA_TYPE,
      "Encodings of HelloResponse, and Content-Type",
      List.of(Encoding.JSON_B.mediaType(), Encoding.JSON_C.mediaType()),
      "messages in JSON-B and JSON-C (jsonbcd-16, which names no media types); an answer has the"
          + " encoding of its request, and what is signed stays JSON",
      "a client goes on in JSON; a server answers 415"),
  DICTIONARY(
      Kind.VALUE,
      "Dictionary in an Encoding of HelloResponse, and dict-hash of JSON-C",
      List.of(Dictionary.MESH.udf().text()),
      "the fingerprint of the dictionary that the portal's JSON-C uses: member names of the protocol"
          + " with the codes from 0 on, as definitions C4",
      "JSON-C that it cannot read; it asks for JSON or JSON-B"),
  UNREADABLE_REQUEST(
      Kind.RECORD,
      "a response",
      List.of(MessageCodec.ERROR_TAG),
      "answers octets that cannot be read as a request, whose transaction is therefore unknown",
      "a response with a tag that it does not expect"),
  BAD_REQUEST(
      Kind.STATUS,
      "every response",
      List.of("400"),
      "the request is not one of the protocol",
      Texts.CLIENT_ERROR),
  TOO_LARGE(
      Kind.STATUS,
      "every response",
      List.of("413"),
      "the request is larger than the portal reads",
      Texts.CLIENT_ERROR),
  CHALLENGE_REQUIRED(
      Kind.STATUS,
      "the response to a signed request",
      List.of("428"),
      "the request does not name a challenge that this portal gave: say Hello, sign it again"
          + " (RFC 6585 section 3)",
      Texts.CLIENT_ERROR),
  MODERN_KEYS(
      Kind.RECORD,
      "PublicParameters, PrivateParameters and escrowed keys",
      List.of("PublicKeyOKP", "PrivateKeyOKP", "PublicKeyEC", "PrivateKeyEC"),
      "the keys of RFC 8037 and of elliptic curves, tagged as the schema tags RSA keys",
      "a key of an unknown type",
      EnumSet.of(Dialect.MESH)),
  DELETED_ACCOUNT(
      Kind.VALUE,
      "Status of Account in the portal log",
      List.of("Deleted"),
      "keeps a deleted name from everybody but the profile that had it",
      Texts.ONLY_STORED),
  ACCOUNT_HISTORY(
      Kind.MEMBER,
      "Account",
      List.of("LastSigned", "LastRequests"),
      "the latest request that created or deleted the account, so that a copy does not do it again",
      Texts.ONLY_STORED),
  PENDING_RECEIVED(
      Kind.MEMBER,
      "ConnectionsPending",
      List.of("Received"),
      "when each request came, so that it can expire",
      Texts.ONLY_STORED),
  PENDING_ENVELOPES(
      Kind.MEMBER,
      "ConnectionsPending",
      List.of("Envelopes"),
      "the digest of the envelope that each request came in, to tell a new request from a copy",
      Texts.ONLY_STORED,
      EnumSet.of(Dialect.PORTAL_2017)),
  ANSWERED_REQUESTS(
      Kind.RECORD,
      "the portal log",
      List.of("Answered"),
      "the connection requests of a profile that were answered, so that none is open again",
      Texts.ONLY_STORED),
  ANSWER(
      Kind.MEMBER,
      "Answer",
      List.of("DeviceUDF", "Request", "Envelope", "Issued", "Answered"),
      "one answered request: the device, the digests of the request and its envelope, the time of"
          + " signing in milliseconds and the time of the answer",
      Texts.ONLY_STORED),
  START_ENVELOPE(
      Kind.MEMBER,
      "StartEnvelope",
      List.of("DeviceUDF", "Digest", "Issued"),
      "one element of Envelopes: the device, the envelope's digest and its time in milliseconds",
      Texts.ONLY_STORED,
      EnumSet.of(Dialect.PORTAL_2017)),
  ESCROW_OWNER(
      Kind.RECORD,
      "the portal log",
      List.of("EscrowOwner"),
      "the profile of an escrow entry and when it was voided, so that only its own profile voids it"
          + " and its identifier is not used again",
      Texts.ONLY_STORED),
  APPLICATION_OWNER(
      Kind.RECORD,
      "the portal log",
      List.of("ApplicationOwner"),
      "the profile that an application's identifier belongs to",
      Texts.ONLY_STORED),
  LOG_QUERY(
      Kind.MEMBER,
      "GetRequest",
      List.of("Log"),
      "asks for the proof from the portal's log that the one entry is the latest; JSON in base64url:"
          + " the size of the last checkpoint that the reader knows, the numbers of the records that"
          + " it has receipts of, and, if it demands witnesses, the time of the last cosignature that"
          + " it knows",
      Texts.NO_LOG),
  LOG_ANSWER(
      Kind.MEMBER,
      "GetResponse",
      List.of("Log"),
      "the proofs that were asked for, all of one checkpoint, and the receipt of a record that it"
          + " does not cover yet; JSON in base64url",
      Texts.NO_LOG),
  DENIAL(
      Kind.MEMBER,
      MessageCodec.ERROR_TAG,
      List.of("Denial"),
      "in the refusal of a Get that asked for proofs, the proof that the log has no such entry or"
          + " account; JSON in base64url",
      Texts.NO_LOG),
  TRANSFER_QUERY(
      Kind.MEMBER,
      "TransferRequest",
      List.of("Log"),
      "asks for the proofs that the records are in the portal's log; JSON in base64url: the size of"
          + " the last checkpoint that the reader knows, that of the one to prove against, and"
          + " whether an auditor asks for all records of both logs",
      Texts.NO_LOG,
      EnumSet.of(Dialect.MESH)),
  TRANSFER_ANSWER(
      Kind.MEMBER,
      "TransferResponse",
      List.of("Log"),
      "the signed checkpoint and, for each record of the page, its log and the proof of its"
          + " inclusion; JSON in base64url",
      Texts.NO_LOG,
      EnumSet.of(Dialect.MESH)),
  SEEN_CHECKPOINT(
      Kind.HEADER,
      "the protected header of what is published and of signed requests; in portal-2017 of signed"
          + " requests only",
      List.of("log"),
      "the signed checkpoint of the portal's log that the signer has seen, or an empty text; asks for"
          + " receipts",
      Texts.IGNORED),
  CREATE_RECEIPTS(Kind.MEMBER, "CreateResponse", List.of("Receipts"), Texts.RECEIPTS, Texts.NO_LOG),
  DELETE_RECEIPTS(Kind.MEMBER, "DeleteResponse", List.of("Receipts"), Texts.RECEIPTS, Texts.NO_LOG),
  PUBLISH_RECEIPTS(
      Kind.MEMBER, "PublishResponse", List.of("Receipts"), Texts.RECEIPTS, Texts.NO_LOG),
  CONNECT_START_RECEIPTS(
      Kind.MEMBER, "ConnectStartResponse", List.of("Receipts"), Texts.RECEIPTS, Texts.NO_LOG),
  CONNECT_COMPLETE_RECEIPTS(
      Kind.MEMBER, "ConnectCompleteResponse", List.of("Receipts"), Texts.RECEIPTS, Texts.NO_LOG),
  RECEIPT_TYPE(
      Kind.MEDIA_TYPE,
      "typ in the protected header of a receipt",
      List.of("mesh-log-receipt+jws"),
      "keeps any other signed object from passing for a receipt",
      Texts.NO_LOG),
  MAP_HEAD(
      Kind.RECORD,
      "the portal log",
      List.of("MapHead"),
      "the last record of a checkpoint: how many records the map of latest records covers, and its"
          + " root",
      Texts.ONLY_STORED),
  PEER_HEAD(
      Kind.RECORD,
      "the portal log",
      List.of("PeerHead"),
      "the newest checkpoint of another portal that this one has verified, or the evidence that the"
          + " other portal has forked its log",
      Texts.ONLY_STORED),
  PEERS(
      Kind.MEMBER,
      "StatusResponse",
      List.of("Peers"),
      "for each peer of the portal, the record of its newest checkpoint and the proof that it is in"
          + " the portal's log; JSON in base64url",
      Texts.NO_LOG,
      EnumSet.of(Dialect.MESH));

  /** The part of the protocol that an addition belongs to. */
  public enum Kind {
    HEADER,
    MEDIA_TYPE,
    MEMBER,
    RECORD,
    STATUS,
    VALUE
  }

  private final Kind kind;
  private final String place;

  @SuppressWarnings("ImmutableEnumChecker") // List.of: no change
  private final List<String> names;

  private final String purpose;
  private final String unknowing;

  @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
  private final EnumSet<Dialect> dialects;

  Extension(Kind kind, String place, List<String> names, String purpose, String unknowing) {
    this(kind, place, names, purpose, unknowing, EnumSet.allOf(Dialect.class));
  }

  Extension(
      Kind kind,
      String place,
      List<String> names,
      String purpose,
      String unknowing,
      EnumSet<Dialect> dialects) {
    this.kind = kind;
    this.place = place;
    this.names = names;
    this.purpose = purpose;
    this.unknowing = unknowing;
    this.dialects = dialects;
  }

  /** The part of the protocol that it belongs to. */
  public Kind kind() {
    return kind;
  }

  /** The place of its names: for a member the object. */
  public String place() {
    return place;
  }

  /** The names as they are written. */
  public List<String> names() {
    return names;
  }

  /** The purpose, without a full stop. */
  public String purpose() {
    return purpose;
  }

  /** The effect on a peer that does not know it. */
  public String unknowing() {
    return unknowing;
  }

  /** The dialects that have it. */
  public Set<Dialect> dialects() {
    return EnumSet.copyOf(dialects);
  }

  /** True if peers see it; false if it is in a portal's own log only. */
  public boolean sent() {
    return !unknowing.equals(Texts.ONLY_STORED);
  }

  /** True if only a portal that makes checkpoints of its log has it. */
  public boolean needsLog() {
    return unknowing.equals(Texts.NO_LOG)
        || this == SEEN_CHECKPOINT
        || this == PORTAL_KEYS_PREVIOUS;
  }

  /**
   * The names that a portal's Hello lists: those that peers see, as {@code kind:name}.
   *
   * @param log true if it makes checkpoints of its log
   */
  public static List<String> inUse(Dialect dialect, boolean log) {
    return Arrays.stream(values())
        .filter(extension -> extension.sent() && extension.dialects.contains(dialect))
        .filter(extension -> log || !extension.needsLog())
        .flatMap(extension -> extension.names.stream().map(extension::listed))
        .distinct()
        .toList();
  }

  private String listed(String name) {
    String prefix = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":";
    return prefix + (kind == Kind.MEMBER ? place + "." : "") + name;
  }

  private static final class Texts {
    static final String EVERY_RESPONSE =
        "a status in every response; the drafts give the Connect responses none";
    static final String NOT_A_RESPONSE =
        "unknown members, at which the reference implementation fails";
    static final String CLIENT_ERROR = "a number from 400 to 499: the fault of the client";
    static final String IGNORED = "an unknown header member, which RFC 7515 says to ignore";
    static final String NO_PROTECTION =
        "nothing: it neither sends nor reads protected messages, and answers HTTP status 415";
    static final String RECEIPTS =
        "the portal's signed receipts of the records that the request has written, if it names a"
            + " checkpoint";
    static final String NO_LOG =
        "nothing: only those ask who know that the portal makes checkpoints of its log";
    static final String ONLY_STORED = "not sent: a portal's own record";
  }
}
