package dev.meshsim.jose;

import dev.meshsim.error.Quote;
import dev.meshsim.jose.key.JoseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A named pair of key kinds: one for signatures and one for encryption. */
public enum Suite {
  /** Ed25519 and X25519: the default. */
  ED25519("Ed25519", KeySpec.ED25519, KeySpec.X25519),
  /** Ed448 and X448. */
  ED448("Ed448", KeySpec.ED448, KeySpec.X448),
  /** ECDSA and ECDH, both on P-256. */
  P256("P-256", KeySpec.P256_SIGN, KeySpec.P256_AGREE),
  /** RSASSA-PKCS1-v1_5 and RSAES-OAEP with 2048 bits. */
  RSA_2048("RSA-2048", KeySpec.RSA_2048_SIGN, KeySpec.RSA_2048_OAEP),
  /** RSASSA-PKCS1-v1_5 and RSAES-OAEP with 3072 bits. */
  RSA_3072("RSA-3072", KeySpec.RSA_3072_SIGN, KeySpec.RSA_3072_OAEP),
  /** RSASSA-PKCS1-v1_5 and RSAES-OAEP with 4096 bits. */
  RSA_4096("RSA-4096", KeySpec.RSA_4096_SIGN, KeySpec.RSA_4096_OAEP),
  /** RSASSA-PSS and RSAES-OAEP with 2048 bits. */
  RSA_2048_PSS("RSA-2048-PSS", KeySpec.RSA_2048_PSS, KeySpec.RSA_2048_OAEP),
  /** RSASSA-PSS and RSAES-OAEP with 3072 bits. */
  RSA_3072_PSS("RSA-3072-PSS", KeySpec.RSA_3072_PSS, KeySpec.RSA_3072_OAEP),
  /** RSASSA-PSS and RSAES-OAEP with 4096 bits. */
  RSA_4096_PSS("RSA-4096-PSS", KeySpec.RSA_4096_PSS, KeySpec.RSA_4096_OAEP),
  /**
   * RSASSA-PKCS1-v1_5 and RSAES-OAEP with SHA-1, 2048 bits: for the {@code portal-2017} dialect.
   */
  RSA_2048_SHA1("RSA-2048-SHA1", KeySpec.RSA_2048_SIGN, KeySpec.RSA_2048_OAEP_SHA1);

  private final String label;
  private final KeySpec signature;
  private final KeySpec encryption;

  Suite(String label, KeySpec signature, KeySpec encryption) {
    this.label = label;
    this.signature = signature;
    this.encryption = encryption;
  }

  /** The name in options and files, for example {@code P-256}. */
  public String label() {
    return label;
  }

  /** The kind of signature keys. */
  public KeySpec signature() {
    return signature;
  }

  /** The kind of encryption keys. */
  public KeySpec encryption() {
    return encryption;
  }

  /**
   * Finds a suite by its label, in any case.
   *
   * @throws JoseException.UnknownSuite if no suite has this label
   */
  public static Suite named(String label) {
    for (Suite suite : values()) {
      if (suite.label.equalsIgnoreCase(label)) {
        return suite;
      }
    }
    throw new JoseException.UnknownSuite(
        "there is no suite " + Quote.text(label),
        "use one of "
            + Arrays.stream(values()).map(Suite::label).collect(Collectors.joining(", ")));
  }
}
