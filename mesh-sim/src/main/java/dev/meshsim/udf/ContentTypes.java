package dev.meshsim.udf;

/** The content types that are bound into fingerprints. */
public final class ContentTypes {

  /** A DER SubjectPublicKeyInfo (mesh-udf-08 5.3.1). */
  public static final String PKIX_KEYINFO = "application/pkix-keyinfo";

  /** What the reference implementation used for keys: a bare PKCS#1 RSAPublicKey in DER. */
  public static final String X509_KEYINFO = "application/x509-keyinfo";

  /** A DER certificate (mesh-udf-08 5.3.1). */
  public static final String PKIX_CERT = "application/pkix-cert";

  /** Texts of fingerprints, each followed by a colon. */
  public static final String UDF = "application/udf";

  /** An encryption key (mesh-udf-08 9.4.2). */
  public static final String UDF_ENCRYPTION = "application/udf-encryption";

  /** Content found under a shared secret (mesh-udf-08 9.4.3). */
  public static final String UDF_SECRET = "application/udf-secret";

  /** The octets of an escrow secret; such a fingerprint is the escrow entry's identifier. */
  public static final String MMM_ESCROWED = "application/mmm-escrowed";

  /** An OpenPGP key; declared by the reference implementation, used by nothing. */
  public static final String OPENPGP_KEY = "application/openpgp-key";

  /** Plain text; the published examples use it. */
  public static final String TEXT_PLAIN = "text/plain";

  private ContentTypes() {}
}
