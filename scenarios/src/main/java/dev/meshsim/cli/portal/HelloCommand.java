package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.cli.console.TrustOption;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.ProtectedPortal;
import dev.meshsim.portal.http.Discovery;
import dev.meshsim.portal.http.DnsNames;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.Version;
import dev.meshsim.world.World;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim portal hello}. */
@Command(
    name = "hello",
    description = {
      "Finds the portal of a domain, says Hello and prints what it answers.",
      "The SRV records of _mmm._tcp name its servers; without any, mmm. before the domain is tried."
    },
    mixinStandardHelpOptions = true)
public final class HelloCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DOMAIN", description = "The domain of the portal's accounts.")
  private String domain = "";

  @Option(
      names = "--resolve",
      paramLabel = "DOMAIN=HOST:PORT",
      description = "Look up nothing for this domain; may be given several times.")
  private List<String> resolved = List.of();

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mesh",
      description = "The dialect, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "";

  @Mixin private ProtectOption protect = new ProtectOption();

  public HelloCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = AccountName.domain(domain);
    World world = World.system();
    Discovery discovery = Discovery.with(world, DnsNames.ofThisComputer()).resolving(resolved);
    for (String server : discovery.shown(name)) {
      console.line("server " + server);
    }
    Protection level = protect.level();
    String key = protect.key();
    try (PortalConnections connections = trust.connections()) {
      MeshPortal portal =
          MeshPortalRemote.find(name, Dialect.named(dialect), discovery, connections);
      if (level != Protection.NONE) {
        ProtectedPortal safe =
            new ProtectedPortal(portal, world, "mesh-sim", level, KeyPins.inMemory(), key);
        console.line(
            "key "
                + safe.keys().fingerprint()
                + (key == null ? ", as it shows at first contact; it is not remembered" : ""));
        portal = safe;
      }
      HelloResponse hello =
          new MeshClient(world, "mesh-sim", portal, AccountName.parse("hello@" + name)).hello();
      Version version = hello.version();
      console.line(
          version == null
              ? "answers without a version"
              : "version " + version.major() + "." + version.minor());
      List<String> extensions = hello.extensions();
      if (extensions != null && !extensions.isEmpty()) {
        console.line("extensions " + String.join(", ", extensions));
      }
    }
    return 0;
  }
}
