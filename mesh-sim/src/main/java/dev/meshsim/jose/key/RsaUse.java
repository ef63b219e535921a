package dev.meshsim.jose.key;

import dev.meshsim.jose.cipher.JdkProviders;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** The algorithms of RSA keys, with the parameters that JOSE fixes (RFC 7518 3.3, 3.5 and 4.3). */
public enum RsaUse {
  /** RSASSA-PKCS1-v1_5 with SHA-256. Read, never written. */
  RS256("SHA256withRSA", null, null),
  /** RSASSA-PKCS1-v1_5 with SHA-384. Read, never written. */
  RS384("SHA384withRSA", null, null),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512("SHA512withRSA", null, null),
  /** RSASSA-PSS with SHA-256 and a salt of 32 octets. Read, never written. */
  PS256("RSASSA-PSS", pss("SHA-256", MGF1ParameterSpec.SHA256, 32), null),
  /** RSASSA-PSS with SHA-384 and a salt of 48 octets. Read, never written. */
  PS384("RSASSA-PSS", pss("SHA-384", MGF1ParameterSpec.SHA384, 48), null),
  /** RSASSA-PSS with SHA-512 and a salt of 64 octets. */
  PS512("RSASSA-PSS", pss("SHA-512", MGF1ParameterSpec.SHA512, 64), null),
  /**
   * RSAES-OAEP with SHA-1. Written only in the {@code portal-2017} dialect; read from other
   * software too.
   */
  RSA_OAEP(null, null, oaep("SHA-1", MGF1ParameterSpec.SHA1)),
  /** RSAES-OAEP with SHA-256. */
  RSA_OAEP_256(null, null, oaep("SHA-256", MGF1ParameterSpec.SHA256));

  private static final String OAEP_TRANSFORMATION = "RSA/ECB/OAEPPadding";

  private final @Nullable String signature;
  private final @Nullable PSSParameterSpec pss;
  private final @Nullable OAEPParameterSpec oaep;

  RsaUse(
      @Nullable String signature,
      @Nullable PSSParameterSpec pss,
      @Nullable OAEPParameterSpec oaep) {
    this.signature = signature;
    this.pss = pss;
    this.oaep = oaep;
  }

  private static PSSParameterSpec pss(String hash, MGF1ParameterSpec mask, int saltOctets) {
    return new PSSParameterSpec(hash, "MGF1", mask, saltOctets, PSSParameterSpec.TRAILER_FIELD_BC);
  }

  private static OAEPParameterSpec oaep(String hash, MGF1ParameterSpec mask) {
    return new OAEPParameterSpec(hash, "MGF1", mask, PSource.PSpecified.DEFAULT);
  }

  /** True for a signature algorithm, false for encryption. */
  public boolean signs() {
    return signature != null;
  }

  /** A new signature object with its parameters set. */
  Signature signature() throws GeneralSecurityException {
    if (signature == null) {
      throw new IllegalStateException(this + " does not sign");
    }
    Signature made = Signature.getInstance(signature, JdkProviders.RSA);
    if (pss != null) {
      made.setParameter(pss);
    }
    return made;
  }

  /** A new cipher, to be initialized with {@link #oaep()}. */
  Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance(OAEP_TRANSFORMATION, JdkProviders.SYMMETRIC);
  }

  OAEPParameterSpec oaep() {
    if (oaep == null) {
      throw new IllegalStateException(this + " does not encrypt");
    }
    return oaep;
  }
}
