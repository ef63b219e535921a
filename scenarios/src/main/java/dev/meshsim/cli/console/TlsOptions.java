package dev.meshsim.cli.console;

import dev.meshsim.portal.http.server.TlsFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the certificate of a server and its key. */
public final class TlsOptions {

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "Certificates in PEM, the server's first; needs --tls-key.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key in PEM, PKCS #8 and not encrypted.")
  private @Nullable Path key;

  @Option(
      names = "--tls-pkcs12",
      paramLabel = "FILE",
      description = "Certificate and key in one PKCS #12 file.")
  private @Nullable Path pkcs12;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password of the PKCS #12 file.")
  private @Nullable Path password;

  /**
   * The files; empty for HTTP without TLS.
   *
   * @throws InputException if the options do not fit together
   */
  public Optional<TlsFiles> files() {
    boolean pem = certificate != null && key != null;
    boolean one = pkcs12 != null;
    if ((certificate == null) != (key == null) || (pem && one) || (password != null && !one)) {
      throw new InputException(
          "the options for TLS do not fit together",
          "give --tls-certificate and --tls-key, or --tls-pkcs12 and its --tls-password-file");
    }
    if (certificate != null && key != null) {
      return Optional.of(TlsFiles.pem(certificate, key));
    }
    return Optional.ofNullable(pkcs12)
        .map(file -> TlsFiles.pkcs12(file, Optional.ofNullable(password)));
  }
}
