package dev.meshsim.vectors.check;

import dev.meshsim.error.MeshException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The kinds of files, with the members of their groups and tests, as the schemas have them. */
public enum VectorKind {
  AUTHENTICATOR(
      "authenticator",
      "AuthenticatorTest",
      List.of(),
      List.of("device", "profile", "master?", "salt?", "authenticator"),
      FingerprintChecks::authenticator),
  CHECKPOINT(
      "checkpoint",
      "CheckpointTest",
      List.of("key"),
      List.of("note", "size?", "root?"),
      LogChecks::checkpoint),
  ENCRYPTION(
      "encryption",
      "EncryptionTest",
      List.of("key"),
      List.of("jwe", "plaintext?"),
      ObjectChecks::encryption),
  ENCODING(
      "encoding",
      "EncodingTest",
      List.of(),
      List.of("encoding", "octets", "json?"),
      MessageChecks::encoding),
  ESCROW(
      "escrow",
      "EscrowTest",
      List.of("secret", "identifier", "shares"),
      List.of("entry", "wrappingKey?", "keys?"),
      ShareChecks::escrow),
  FINGERPRINT(
      "fingerprint",
      "FingerprintTest",
      List.of(),
      List.of("contentType", "data", "udf"),
      FingerprintChecks::fingerprint),
  JLOG(
      "jlog",
      "JlogTest",
      List.of(),
      List.of("line", "transaction?", "primaryKey?", "prior?", "action?", "added?", "text?"),
      MessageChecks::jlog),
  KEY_FINGERPRINT(
      "key_fingerprint",
      "KeyFingerprintTest",
      List.of(),
      List.of("key", "udf"),
      FingerprintChecks::keyFingerprint),
  LOG_CONSISTENCY(
      "log_consistency",
      "LogConsistencyTest",
      List.of(),
      List.of("older", "olderRoot", "newer", "newerRoot", "path"),
      LogChecks::consistency),
  LOG_INCLUSION(
      "log_inclusion",
      "LogInclusionTest",
      List.of(),
      List.of("entry", "index", "size", "root", "path"),
      LogChecks::inclusion),
  MAP_PROOF(
      "map_proof",
      "MapProofTest",
      List.of(),
      List.of("log", "primaryKey", "root", "path", "terminal?", "number?"),
      LogChecks::map),
  MESSAGE(
      "message",
      "MessageTest",
      List.of(),
      List.of("message", "responseTo?", "transaction?", "status?"),
      MessageChecks::message),
  PROTECTED(
      "protected",
      "ProtectedTest",
      List.of("portal", "keys", "challenge", "time"),
      List.of("envelope", "request?"),
      ProtectedChecks::request),
  REQUEST(
      "request",
      "RequestTest",
      List.of("keys", "account", "portal", "challenge"),
      List.of("envelope", "request?"),
      ObjectChecks::request),
  SHARE_COMBINE(
      "share_combine",
      "ShareCombineTest",
      List.of("format"),
      List.of("shares", "identifier?", "secret?"),
      ShareChecks::combine),
  SHARE_SPLIT(
      "share_split",
      "ShareSplitTest",
      List.of("format"),
      List.of("secret", "quorum", "count", "identifier?", "coefficients?", "shares?"),
      ShareChecks::split),
  SIGNATURE(
      "signature",
      "SignatureTest",
      List.of("keys"),
      List.of("jws", "payload?"),
      ObjectChecks::signature);

  private final String name;
  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
  private final List<String> groupMembers;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
  private final List<String> testMembers;

  @SuppressWarnings("ImmutableEnumChecker") // A static method: no state.
  private final BiFunction<VectorObject, VectorObject, Outcome> check;

  VectorKind(
      String name,
      String label,
      List<String> groupMembers,
      List<String> testMembers,
      BiFunction<VectorObject, VectorObject, Outcome> check) {
    this.name = name;
    this.label = label;
    this.groupMembers = groupMembers;
    this.testMembers = testMembers;
    this.check = check;
  }

  /** The file of the schema, {@code signature_schema.json}. */
  public String schema() {
    return name + "_schema.json";
  }

  /** The kind in the file and the type of its groups, {@code SignatureTest}. */
  public String label() {
    return label;
  }

  /** The members of a group besides those that all groups have; optional ones end with "?". */
  public List<String> groupMembers() {
    return groupMembers;
  }

  /** The members of a test besides those that all tests have; optional ones end with "?". */
  public List<String> testMembers() {
    return testMembers;
  }

  /**
   * The kind of a file.
   *
   * @param schema the schema that it names, with or without a directory or an address before it
   * @throws VectorException {@code vectors.schema} if there is no such schema
   */
  static VectorKind ofSchema(String place, String schema) {
    String file = schema.substring(schema.lastIndexOf('/') + 1);
    return Arrays.stream(values())
        .filter(kind -> kind.schema().equals(file))
        .findFirst()
        .orElseThrow(
            () ->
                VectorException.schema(
                    place, file, Arrays.stream(values()).map(VectorKind::schema).toList()));
  }

  /**
   * Runs a test.
   *
   * @throws VectorException if a value has not the form that the schema asks for
   */
  Outcome run(VectorObject group, VectorObject test) {
    try {
      return check.apply(group, test);
    } catch (VectorException e) {
      throw e;
    } catch (MeshException e) {
      return Outcome.refused(e.code());
    } catch (IllegalArgumentException e) {
      throw VectorException.shape(
          test.place(), "a value has not the form that its schema asks for");
    }
  }
}
