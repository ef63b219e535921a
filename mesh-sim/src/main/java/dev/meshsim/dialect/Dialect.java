package dev.meshsim.dialect;

import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.share.ShareFormat;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Arrays;
import java.util.List;

/** A consistent choice of formats; see the package description. */
public enum Dialect {

  /**
   * Current good practice, and the default: fingerprints and shares of mesh-udf-08, RFC 7515
   * signatures, RFC 7516 encryption, strict JSON without white space, times in milliseconds.
   */
  MESH(
      "mesh",
      UdfFormat.MESH,
      ShareFormat.MESH,
      ChronoUnit.MILLIS,
      new StrictJson(),
      new RfcSignatures(),
      new RfcEncryption()),

  /**
   * The formats of the reference implementation in 2017: fingerprints in groups of five over PKCS
   * #1 keys, signatures that bind the payload by a digest, unauthenticated AES-CBC, shares modulo
   * 2^129 - 25, its JSON layout, times in seconds. Its defective JSON and its formats of 2016 are
   * read too, but never written.
   */
  PORTAL_2017(
      "portal-2017",
      UdfFormat.PORTAL_2017,
      ShareFormat.PORTAL_2017,
      ChronoUnit.SECONDS,
      new Portal2017Json(),
      new Portal2017Signatures(),
      new Portal2017Encryption());

  private final String label;
  private final UdfFormat udfFormat;
  private final ShareFormat shareFormat;
  private final TemporalUnit tick;
  private final ObjectJson json;
  private final Signatures signatures;
  private final Encryption encryption;

  Dialect(
      String label,
      UdfFormat udfFormat,
      ShareFormat shareFormat,
      TemporalUnit tick,
      ObjectJson json,
      Signatures signatures,
      Encryption encryption) {
    this.label = label;
    this.udfFormat = udfFormat;
    this.shareFormat = shareFormat;
    this.tick = tick;
    this.json = json;
    this.signatures = signatures;
    this.encryption = encryption;
  }

  /** The name in options and files: {@code mesh} or {@code portal-2017}. */
  public String label() {
    return label;
  }

  /** The labels of all dialects, the default first. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Dialect::label).toList();
  }

  /**
   * Finds a dialect by its label.
   *
   * @throws UnknownDialectException if no dialect has this label
   */
  public static Dialect named(String label) {
    return Arrays.stream(values())
        .filter(dialect -> dialect.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new UnknownDialectException(label, labels()));
  }

  /** The dialect of an identifier, recognized by its groups of four or five characters. */
  public static Dialect of(Udf identifier) {
    return identifier.format() == UdfFormat.MESH ? MESH : PORTAL_2017;
  }

  /** The suites whose keys this dialect can use, the default first. */
  public List<Suite> suites() {
    return this == PORTAL_2017
        ? List.of(Suite.RSA_2048_SHA1)
        : Arrays.stream(Suite.values()).filter(suite -> suite != Suite.RSA_2048_SHA1).toList();
  }

  /** The format of fingerprints. */
  public UdfFormat udfFormat() {
    return udfFormat;
  }

  /** The format of key shares. */
  public ShareFormat shareFormat() {
    return shareFormat;
  }

  /** The JSON of objects and messages. */
  public ObjectJson json() {
    return json;
  }

  /** The signature format. */
  public Signatures signatures() {
    return signatures;
  }

  /** The encryption format. */
  public Encryption encryption() {
    return encryption;
  }

  /**
   * The fingerprint of a public key: in {@link #MESH} over its SubjectPublicKeyInfo, content type
   * {@code application/pkix-keyinfo}, 140 bits; in {@link #PORTAL_2017} over its RSAPublicKey (PKCS
   * #1), content type {@code application/x509-keyinfo}, 150 bits.
   *
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect has no fingerprint for this
   *     kind of key
   */
  public Udf fingerprint(PublicJwk key) {
    return this == MESH
        ? Udf.fingerprint(udfFormat, ContentTypes.PKIX_KEYINFO, key.spki())
        : Udf.fingerprint(udfFormat, ContentTypes.X509_KEYINFO, key.pkcs1());
  }

  /**
   * True if {@code udf} is a fingerprint of {@code key}. In {@link #PORTAL_2017} both ways of
   * cutting the last octet are accepted (see {@link UdfFormat}), and so are fingerprints of 2016,
   * which are over the SubjectPublicKeyInfo.
   */
  public boolean identifies(Udf udf, PublicJwk key) {
    return this == MESH
        ? udf.identifies(ContentTypes.PKIX_KEYINFO, key.spki())
        : udf.identifies(ContentTypes.X509_KEYINFO, key.pkcs1())
            || udf.identifies(ContentTypes.X509_KEYINFO, key.spki());
  }

  /** The time in the dialect's precision: truncated to milliseconds or to seconds. */
  public Instant cut(Instant time) {
    return time.truncatedTo(tick);
  }

  /** The earliest time after {@code time} that the dialect can represent. */
  public Instant after(Instant time) {
    return cut(time).plus(1, tick);
  }
}
