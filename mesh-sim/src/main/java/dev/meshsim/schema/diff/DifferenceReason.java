package dev.meshsim.schema.diff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The reasons for the differences of schemas, each with the differences that it is for. */
public enum DifferenceReason {
  // The order is that in which a difference looks for its reason.
  CONNECT_RESPONSES(
      "the reference's Connect responses inherit MeshRequest by mistake; here every response has a"
          + " status",
      Scope.REFERENCE,
      "base Connect\\w+Response",
      "member Connect\\w+Response\\.(Service|Portal|Status|StatusDescription)"),
  REQUIRED(
      "the reference's schema marks no member as required; here the constructors check which are,"
          + " and the schema says so",
      Scope.REFERENCE,
      "required .*"),
  ONLY_BASES(
      "the object is only a base of others and is never sent", Scope.REFERENCE, "abstract .*"),
  CERTIFICATES(
      "certificates are read and left out: those of 2017 are malformed, and nothing needs one",
      Scope.REFERENCE,
      "member PublicKey\\.X509\\w+"),
  PRIVATE_KEYS(
      "a key with its private half is an object of its own, so that it is never taken for a public"
          + " one",
      Scope.REFERENCE,
      "member PublicKey\\.PrivateParameters",
      "object PrivateKeyParameters",
      "type SSHDevicePrivate\\.DevicePrivateKey"),
  UNUSED(
      "no member has this type, and nothing sends it",
      Scope.REFERENCE,
      "object (SignedData|EncryptedData|Signed|Encrypted)"),
  ADVICE(
      "advice is not signed, so nothing may rely on it",
      Scope.REFERENCE,
      "member SignedProfile\\.Unauthenticated",
      "object (Portal)?Advice"),
  PROFILE(
      "only device profiles have Names, and nothing has NotaryToken, so the members of the base"
          + " Profile are in the profiles themselves",
      Scope.REFERENCE,
      "object Profile",
      "base (Device|Master|Personal|Application)Profile",
      "member \\w+\\.(Names|NotaryToken)"),
  PRIVATE_PROFILES(
      "a key in its tag says what kind it is", Scope.REFERENCE, "type DevicePrivateProfile\\..*"),
  APPLICATION_CONTENT(
      "the content of an application is encrypted inside its profile, whose identifier it does not"
          + " repeat",
      Scope.REFERENCE,
      "object ApplicationProfilePrivate",
      "base \\w+ProfilePrivate",
      "member \\w+ProfilePrivate\\.Identifier"),
  OPTIONAL_IDENTIFIER(
      "Identifier is optional in these objects and required in the base Entry",
      Scope.REFERENCE,
      "base (ApplicationDevice(Public|Private)|HostEntry)"),
  ESCROW(
      "there is one kind of escrow entry; no draft says how one at a service would work",
      Scope.REFERENCE,
      "object (Online)?EscrowEntry",
      "base OfflineEscrowEntry"),
  DEVICE_DATA(
      "a device adds its part to an application once it is connected, not in its request",
      Scope.REFERENCE,
      "member Connection(Request|Result)\\.DeviceData"),
  KNOWN_VALUES(
      "the reference's schema lists no texts; here those that are known are listed",
      Scope.REFERENCE,
      "values .*"),
  CONTACTS(
      "the three kinds of contact are written without a tag, so one object has the members of all",
      Scope.REFERENCE,
      "member ContactEntry\\.(FullName|Organization)",
      "object Contact(Person|Organization)"),
  ADDRESSES(
      "the two members of the base Address are in the objects",
      Scope.REFERENCE,
      "object Address",
      "base (Internet|Postal)"),
  PORTAL_RECORDS(
      "the record of open requests names the account and repeats nothing of it, and the profile of"
          + " an account is an entry of its own",
      Scope.REFERENCE,
      "member (PortalEntry|ConnectionsPending)\\.(Created|Modified|UserProfileUDF|Status)",
      "base ConnectionsPending",
      "object AccountProfile"),
  OWN_RECORDS(
      "an addition that only a portal's own log has: see extensions.md",
      Scope.REFERENCE,
      "member Account\\.Last\\w+",
      "member ConnectionsPending\\.(Received|Envelopes)",
      "object (Answered|Answer|ApplicationOwner|EscrowOwner|StartEnvelope)"),
  SENT_ADDITIONS(
      "an addition that peers see: see extensions.md",
      Scope.REFERENCE,
      "member \\w+\\.(StatusReason|Denial)",
      "member Hello(Request|Response)\\.(Challenge|Extensions|Protection|PortalKeys)",
      "member Get(Request|Response)\\.Log",
      "member (Create|Delete|Publish|ConnectStart|ConnectComplete)Response\\.Receipts",
      "status (400|413|428)"),
  ADDRESS_OF_SERVICE(
      "a request is sent to one service at one portal, and the bases Request and Response are"
          + " MeshRequest and MeshResponse",
      Scope.REFERENCE,
      "object (Request|Response)",
      "base (Hello|Mesh)(Request|Response)",
      "member \\w+Request\\.(Service|Portal)"),
  FILES(
      "how the reference's program keeps profiles on a disk; the stores have files of their own",
      Scope.REFERENCE,
      "object Serialization\\w*"),
  LOG_RECORDS(
      "no known log has such a record or member",
      Scope.REFERENCE,
      "member Header\\.(Digest|LastDigest|Delta)",
      "object (Delta|Final|Terminal|Index|IndexIndex|IndexEntry)"),
  NOT_BOTH(
      "an encrypted object is no signed one, and has its keys in a list of recipients (RFC 7516"
          + " 7.2.1)",
      Scope.REFERENCE,
      "base JoseWebEncryption",
      "member JoseWebEncryption\\.(payload|signatures|encrypted_key)"),
  OPEN_OBJECTS(
      "members of RFC 7515 and RFC 7517 that nothing here needs: headers and keys may have any"
          + " others",
      Scope.REFERENCE,
      "object KeyData",
      "base (Key|JoseHeader)",
      "member (JoseHeader|Key|(Public|Private)KeyRSA)"
          + "\\.(enc|dig|x5u|x5c|x5t|x5t#S256|jku|jwk|epk|typ|cty|crit|val|use|key_ops|k|kty|alg)"),
  KINDS_OF_KEYS(
      "kinds of keys that nothing makes",
      Scope.REFERENCE,
      "object (KeyContainer|(Public|Private)KeyDH|KeyAgreement(DH)?)"),
  MODERN_KEYS(
      "the keys of RFC 8037 and of elliptic curves, which only `mesh` has",
      Scope.BOTH,
      "object ((Public|Private)Key(OKP|EC)|EphemeralKey)",
      "(type|member) JoseHeader\\.epk"),
  PROVED_TRANSFERS(
      "the proofs of a Transfer and of peers, an addition that only `mesh` has: see extensions.md",
      Scope.BOTH,
      "member Transfer(Request|Response)\\.Log",
      "member StatusResponse\\.Peers"),
  RFC_SIGNATURES(
      "`mesh` signs as RFC 7515 says, where the algorithm implies the digest",
      Scope.BOTH,
      "member JoseWebSignature\\.unprotected",
      "member JoseHeader\\.dig",
      "required Signature\\.(protected|header)"),
  RFC_ENCRYPTION(
      "`mesh` encrypts as RFC 7516 says; the reference's form has no tag, and a header with a"
          + " capital letter",
      Scope.BOTH,
      "member JoseWebEncryption\\.(unprotected|aad|tag)",
      "member Recipient\\.(Header|header)",
      "required JoseWebEncryption\\.(protected|recipients)"),
  KEY_TYPES(
      "in `portal-2017` the tag names the type of a key, and the member that holds it the use",
      Scope.DIALECTS,
      "member (Key|(Public|Private)KeyRSA)\\.(kty|alg)"),
  ONLY_2017(
      "an addition that only `portal-2017` needs: see extensions.md",
      Scope.DIALECTS,
      "member ConnectionsPending\\.Envelopes",
      "member HelloRequest\\.Extensions",
      "object StartEnvelope"),
  UNDATED(
      "the reference never wrote the time, so it may be absent when an object of it is read",
      Scope.DIALECTS,
      "required (Master|Personal|Application)Profile\\.Updated"),
  STATUS_NAMES(
      "the two names of 201 are one; no portal here moves to another address",
      Scope.REFERENCE,
      "status (201|303|307)");

  /** The comparisons that a reason is for. */
  private enum Scope {
    REFERENCE,
    DIALECTS,
    BOTH
  }

  private final String text;
  private final Scope scope;

  @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of immutable patterns.
  private final List<Pattern> patterns;

  DifferenceReason(String text, Scope scope, String... patterns) {
    this.text = text;
    this.scope = scope;
    this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
  }

  /** The reason, without a full stop. */
  public String text() {
    return text;
  }

  /** The comparisons that it may be for. */
  public Set<Comparison> comparisons() {
    return switch (scope) {
      case REFERENCE ->
          EnumSet.of(Comparison.REFERENCE_TO_MESH, Comparison.REFERENCE_TO_PORTAL_2017);
      case DIALECTS -> EnumSet.of(Comparison.MESH_TO_PORTAL_2017);
      case BOTH -> EnumSet.allOf(Comparison.class);
    };
  }

  /** The patterns that no difference of any comparison matches: they are listed in vain. */
  public List<String> unmatched() {
    return patterns.stream()
        .filter(
            pattern ->
                comparisons().stream()
                    .flatMap(comparison -> comparison.differences().stream())
                    .noneMatch(difference -> pattern.matcher(line(difference)).matches()))
        .map(Pattern::pattern)
        .toList();
  }

  /** The reason of a difference; empty if there is none. */
  public static Optional<DifferenceReason> of(Comparison comparison, Difference difference) {
    return Arrays.stream(values())
        .filter(reason -> reason.comparisons().contains(comparison))
        .filter(
            reason ->
                reason.patterns.stream()
                    .anyMatch(pattern -> pattern.matcher(line(difference)).matches()))
        .findFirst();
  }

  private static String line(Difference difference) {
    return difference.kind().word() + " " + difference.place();
  }
}
