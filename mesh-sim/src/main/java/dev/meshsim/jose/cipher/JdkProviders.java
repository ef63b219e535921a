package dev.meshsim.jose.cipher;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/**
 * The Java platform's own providers, looked up once. They are named rather than taken as they come,
 * because an accelerator installed before them may ignore the random stream it is given.
 */
public final class JdkProviders {

  /** AES, HMAC and RSA encryption. */
  public static final Provider SYMMETRIC = provider("SunJCE");

  /** RSA signatures and keys. */
  public static final Provider RSA = provider("SunRsaSign");

  /** Digests. */
  private static final Provider DIGEST = provider("SUN");

  private JdkProviders() {}

  private static Provider provider(String name) {
    Provider provider = Security.getProvider(name);
    if (provider == null) {
      throw new IllegalStateException("this Java runtime lacks the provider " + name);
    }
    return provider;
  }

  /** Digests the parts one after the other. */
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

  public static IllegalStateException lacks(String algorithm, GeneralSecurityException cause) {
    return new IllegalStateException("this Java runtime cannot do " + algorithm, cause);
  }
}
