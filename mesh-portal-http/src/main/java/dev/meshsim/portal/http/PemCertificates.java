package dev.meshsim.portal.http;

import dev.meshsim.error.IoReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** Certificates in a file of PEM: those of a server, or those that a client trusts. */
public final class PemCertificates {

  private PemCertificates() {}

  /**
   * The certificates of a file, in its order.
   *
   * @throws HttpPortalException {@code http.bad-certificate} if it cannot be read or has none
   */
  public static List<Certificate> certificates(Path file) {
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
      List<Certificate> found =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      throw HttpPortalException.badCertificate(file, "it has no certificates in PEM");
    } catch (IOException e) {
      throw HttpPortalException.badCertificate(file, IoReason.of(e));
    }
    throw HttpPortalException.badCertificate(file, "it has no certificates in PEM");
  }

  /** A store of the certificates of a file, for a client. */
  static KeyStore read(Path file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate each : certificates(file)) {
        store.setCertificateEntry("trusted " + store.size(), each);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
