package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that an oracle may look at: the stores, and the true history. */
public interface Scene {

  /** The dialect of everything that is written. */
  Dialect dialect();

  /** The true time. */
  Instant now();

  /** The names of the machines. */
  List<String> machines();

  /** The domains of the portals. */
  List<String> portals();

  /** The store of a machine; only for reading. */
  MachineStore store(String machine);

  /** The store of a portal; only for reading. */
  PortalStore portalStore(String portal);

  /** True if the portals make checkpoints of their logs. */
  default boolean keepsLogs() {
    return false;
  }

  /**
   * The stores of all histories that a portal has signed with its keys and still has: its own, and
   * the branches of one that lies; only for reading.
   */
  default List<PortalStore> histories(String portal) {
    return List.of(portalStore(portal));
  }

  /** How many witnesses must have cosigned what a machine believes; 0 if none are demanded. */
  default int witnessesDemanded() {
    return 0;
  }

  /** The content of the files of a machine's store; none if it keeps none. */
  Map<Path, Bytes> files(String machine);

  /** The true history so far. */
  History history();
}
