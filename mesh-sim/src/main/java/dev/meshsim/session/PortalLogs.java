package dev.meshsim.session;

import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.LogSource;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.WatchedLog;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.LogWatch;
import dev.meshsim.transparency.WitnessDemand;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A machine's watches on the logs of its portals. A portal that has once given a checkpoint is
 * watched for ever. Thread-safe.
 */
final class PortalLogs {

  private final MeshMachine machine;
  private final MachinePins pins;
  private final Map<MeshPortal, Optional<WatchedLog>> watches = new ConcurrentHashMap<>();

  PortalLogs(MeshMachine machine) {
    this.machine = machine;
    this.pins = new MachinePins(machine.store());
  }

  /** The watch on the log of a portal; empty if it is not known to have one. */
  Optional<WatchedLog> watch(MeshPortal portal) {
    Optional<WatchedLog> known = watches.computeIfAbsent(portal, this::begin);
    // A portal that did not answer at first is asked again.
    return known.isPresent() || !portal.keepsLog()
        ? known
        : watches.merge(portal, begin(portal), (before, now) -> before.isPresent() ? before : now);
  }

  private Optional<WatchedLog> begin(MeshPortal portal) {
    String domain = AccountName.domain(portal.domain());
    WitnessDemand demand = machine.demandedWitnesses().orElse(null);
    LogWatch watch =
        new LogWatch(
            domain,
            new LogSource(portal, pins),
            new LogWatch.Memory() {
              @Override
              public Optional<LogMemory> load() {
                return pins.log(domain);
              }

              @Override
              public void save(LogMemory memory) {
                pins.remember(domain, memory);
              }
            },
            demand);
    // A portal that must be witnessed has a log, whatever it says.
    boolean witnessed = demand != null && demand.isFor(domain);
    return witnessed || watch.hasSeen() || portal.keepsLog()
        ? Optional.of(new WatchedLog(portal, watch))
        : Optional.empty();
  }
}
