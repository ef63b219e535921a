package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.cli.console.TrustOption;
import dev.meshsim.cli.console.WitnessesOption;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.portal.ProtectedPortals;
import dev.meshsim.portal.http.Discovery;
import dev.meshsim.portal.http.DnsNames;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.RemotePortals;
import dev.meshsim.protect.Protection;
import dev.meshsim.session.MeshSession;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.note.WitnessPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the person's data is and how portals are found. */
final class MachineOptions {

  @Option(
      names = "--store",
      paramLabel = "NAME",
      description =
          "The kind of store; mesh-sim store list prints all kinds. Default: the usual one of this"
              + " platform, file on Linux and macOS.")
  private @Nullable String store;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The machine's own directory. Default: the usual one, ~/.mmm for file.")
  private @Nullable Path root;

  @Option(
      names = "--resolve",
      paramLabel = "DOMAIN=HOST:PORT",
      description = "Look up nothing for this domain; may be given several times.")
  private List<String> resolved = List.of();

  @Mixin private TrustOption trust = new TrustOption();

  @Mixin private ProtectOption protect = new ProtectOption();

  @Mixin private WitnessesOption witnesses = new WitnessesOption();

  /** Opens machine and connections for some work, and closes both. */
  <T> T use(Function<MeshSession, T> work) {
    Path directory = directory();
    Protection level = protect.level();
    String key = protect.key();
    Optional<WitnessPolicy> demanded = witnesses.policy();
    try (PortalConnections connections = trust.connections();
        MeshMachine machine = MeshMachine.ofThisComputer(kind(), directory)) {
      demanded.ifPresent(
          policy ->
              machine.demandWitnesses(
                  new WitnessDemand(policy, WitnessDemand.USUAL_AGE, machine.world())));
      Discovery discovery =
          Discovery.with(machine.world(), DnsNames.ofThisComputer()).resolving(resolved);
      MeshPortals portals = new RemotePortals(Dialect.MESH, discovery, connections);
      if (level != Protection.NONE) {
        portals =
            new ProtectedPortals(
                portals,
                machine.world(),
                machine.name(),
                level,
                new MachinePins(machine.store()),
                key);
      }
      return work.apply(new MeshSession(machine, portals));
    }
  }

  private String kind() {
    return store == null ? MeshMachine.usualStore() : store;
  }

  /** The directory of the machine's data. */
  Path directory() {
    if (root != null) {
      return root;
    }
    return MachineStores.named(kind())
        .usualRoot()
        .orElseThrow(
            () ->
                new InputException(
                    "a store of the kind " + kind() + " has no usual directory",
                    "name one with --root DIR"));
  }
}
