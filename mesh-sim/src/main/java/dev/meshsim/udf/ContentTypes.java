package dev.meshsim.udf;

/** The content types that fingerprints cover. */
public final class ContentTypes {

  /** A DER SubjectPublicKeyInfo (mesh-udf-08 5.3.1). */
  public static final String PKIX_KEYINFO = "application/pkix-keyinfo";

  /** The reference implementation's type for keys: in 2017 a PKCS #1 RSAPublicKey in DER. */
  public static final String X509_KEYINFO = "application/x509-keyinfo";

  /** A DER certificate (mesh-udf-08 5.3.1). */
  public static final String PKIX_CERT = "application/pkix-cert";

  /**
   * A list of fingerprints in text form, each followed by a colon; see {@link Udf#authenticator}.
   */
  public static final String UDF = "application/udf";

  /** An encryption key in UDF form (mesh-udf-08 9.4.2). */
  public static final String UDF_ENCRYPTION = "application/udf-encryption";

  /** Content found under a shared secret (mesh-udf-08 9.4.3). */
  public static final String UDF_SECRET = "application/udf-secret";

  /** An escrow secret's octets; the fingerprint is the identifier of the escrow entry. */
  public static final String MMM_ESCROWED = "application/mmm-escrowed";

  /** An OpenPGP key; declared by the reference implementation and never used. */
  public static final String OPENPGP_KEY = "application/openpgp-key";

  /** Plain text, as in the drafts' examples. */
  public static final String TEXT_PLAIN = "text/plain";

  private ContentTypes() {}
}
