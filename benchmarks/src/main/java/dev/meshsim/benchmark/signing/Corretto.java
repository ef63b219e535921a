package dev.meshsim.benchmark.signing;

import java.security.Provider;

/**
 * Amazon's Corretto provider, a peer where its native library loads. It is used by this object only
 * and never registered, so that it changes nothing for the other methods.
 */
final class Corretto {

  private static final String CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private Corretto() {}

  /**
   * The provider.
   *
   * @throws UnsupportedOperationException if it is not on the class path or does not load here; JMH
   *     then leaves out the rows that need it, and says so
   */
  static Provider provider() {
    try {
      Class<?> type = Class.forName(CLASS);
      Object provider = type.getField("INSTANCE").get(null);
      type.getMethod("assertHealthy").invoke(provider);
      return (Provider) provider;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UnsupportedOperationException("missing peer: Corretto does not load here: " + e, e);
    }
  }
}
