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

/** The dialects; see the package description. */
public enum Dialect {

  /**
   * What a good implementer would do today: fingerprints and shares of mesh-udf-08, RFC 7515
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
   * What the reference implementation wrote in 2017: fingerprints in groups of five over PKCS #1
   * keys, signatures that bind the payload by a digest, AES-CBC that nothing authenticates, shares
   * modulo 2^129 - 25, JSON in its layout and read with its faults, times in seconds. What it wrote
   * in 2016 is read as well.
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

  /** The name that people use: {@code mesh} or {@code portal-2017}. */
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
   * @throws UnknownDialectException if there is none of that name
   */
  public static Dialect named(String label) {
    return Arrays.stream(values())
        .filter(dialect -> dialect.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new UnknownDialectException(label, labels()));
  }

  /** The dialect that writes such identifiers: groups of four or of five characters. */
  public static Dialect of(Udf identifier) {
    return identifier.format() == UdfFormat.MESH ? MESH : PORTAL_2017;
  }

  /** The suites whose keys this dialect can write, the default first. */
  public List<Suite> suites() {
    return this == PORTAL_2017
        ? List.of(Suite.RSA_2048_SHA1)
        : Arrays.stream(Suite.values()).filter(suite -> suite != Suite.RSA_2048_SHA1).toList();
  }

  /** How fingerprints are cut and written. */
  public UdfFormat udfFormat() {
    return udfFormat;
  }

  /** How a secret is shared. */
  public ShareFormat shareFormat() {
    return shareFormat;
  }

  /** How objects and messages look in JSON. */
  public ObjectJson json() {
    return json;
  }

  /** How objects are signed. */
  public Signatures signatures() {
    return signatures;
  }

  /** How content is encrypted. */
  public Encryption encryption() {
    return encryption;
  }

  /**
   * The fingerprint of a public key: in {@link #MESH} over its SubjectPublicKeyInfo, content type
   * {@code application/pkix-keyinfo}, 140 bits; in {@link #PORTAL_2017} over its RSAPublicKey (PKCS
   * #1), content type {@code application/x509-keyinfo}, 150 bits.
   *
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect has no keys of this kind
   */
  public Udf fingerprint(PublicJwk key) {
    return this == MESH
        ? Udf.fingerprint(udfFormat, ContentTypes.PKIX_KEYINFO, key.spki())
        : Udf.fingerprint(udfFormat, ContentTypes.X509_KEYINFO, key.pkcs1());
  }

  /**
   * True if {@code udf} is a fingerprint of {@code key}. In {@link #PORTAL_2017} the last octet may
   * be cut either way, and a fingerprint of 2016, over the SubjectPublicKeyInfo, is one too.
   */
  public boolean identifies(Udf udf, PublicJwk key) {
    return this == MESH
        ? udf.identifies(ContentTypes.PKIX_KEYINFO, key.spki())
        : udf.identifies(ContentTypes.X509_KEYINFO, key.pkcs1())
            || udf.identifies(ContentTypes.X509_KEYINFO, key.spki());
  }

  /** The time as the dialect writes it: cut to milliseconds or to seconds. */
  public Instant cut(Instant time) {
    return time.truncatedTo(tick);
  }

  /** The next time after {@code time} that the dialect can write. */
  public Instant after(Instant time) {
    return cut(time).plus(1, tick);
  }
}
