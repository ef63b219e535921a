package dev.meshsim.cli.console;

import dev.meshsim.portal.http.PortalConnections;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the certificates which a client of portals trusts. */
public final class TrustOption {

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Trust the certificates in this file of PEM, and no others.")
  private @Nullable Path trusted;

  /** Connections to portals; the caller closes them. */
  public PortalConnections connections() {
    return trusted == null ? PortalConnections.open() : PortalConnections.trusting(trusted);
  }
}
