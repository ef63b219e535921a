package dev.meshsim.cli;

import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.scenario.run.Software;
import picocli.CommandLine;

/**
 * The lines of {@code --version}: the release, its commit, the JDK, and the stores that there are.
 */
final class VersionLines implements CommandLine.IVersionProvider {

  /** For picocli. */
  VersionLines() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "mesh-sim " + release() + " (commit " + Software.commit() + ")",
      "JDK " + System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
      "stores of machines: " + String.join(", ", MachineStores.names()),
      "stores of portals: " + String.join(", ", PortalStores.names()),
    };
  }

  /** The version in the manifest of the jar; in a directory of classes there is none. */
  static String release() {
    String version = MeshSim.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
