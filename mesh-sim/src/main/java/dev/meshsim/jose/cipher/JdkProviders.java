package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/**
 * The Java platform's own security providers, looked up once. They are requested by name because
 * another provider installed before them may ignore the given random stream, and runs would not be
 * reproducible.
 */
public final class JdkProviders {

  /** The provider of AES, HMAC and RSA encryption. */
  public static final Provider SYMMETRIC = provider("SunJCE");

  /** The provider of RSA signatures and keys. */
  public static final Provider RSA = provider("SunRsaSign");

  /** The provider of digests. */
  private static final Provider DIGEST = provider("SUN");

  private JdkProviders() {}

  private static Provider provider(String name) {
    Provider provider = Security.getProvider(name);
    if (provider == null) {
      throw new IllegalStateException("this Java runtime lacks the provider " + name);
    }
    return provider;
  }

  /**
   * The digest of the concatenated parts.
   *
   * @param hash the Java name, for example {@code SHA-256}
   */
  public static byte[] digest(String hash, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(hash, DIGEST);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw lacks(hash, e);
    }
  }

  /** An exception for an algorithm that every Java platform must have; never caused by input. */
  public static IllegalStateException lacks(String algorithm, GeneralSecurityException cause) {
    return new IllegalStateException("this Java runtime lacks " + algorithm, cause);
  }
}
