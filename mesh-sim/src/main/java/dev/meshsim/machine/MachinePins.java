package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.transparency.LogMemory;
import java.util.List;
import java.util.Optional;

/** The memory for the keys and the logs of portals in a machine's store. */
public final class MachinePins implements KeyPins {

  private final MachineStore store;

  /** The memory in a store, which the caller closes. */
  public MachinePins(MachineStore store) {
    this.store = store;
  }

  @Override
  public Optional<Bytes> pinned(String domain) {
    return portal(domain).map(MachineRecord.Portal::statement);
  }

  /** As {@link KeyPins#earlier}; none if nothing of the portal's log is remembered. */
  @Override
  public List<Bytes> earlier(String domain) {
    return log(domain).map(LogMemory::earlierStatements).orElse(List.of());
  }

  @Override
  public void pin(String domain, Bytes statement, List<Bytes> earlier) {
    LogMemory log = log(domain).map(seen -> seen.withStatements(earlier)).orElse(null);
    put(new MachineRecord.Portal(domain, statement, log));
  }

  /** The memory of the log of a portal whose keys the machine has accepted. */
  public Optional<LogMemory> log(String domain) {
    return portal(domain).map(MachineRecord.Portal::log);
  }

  /**
   * Remembers a portal's log, whose keys are pinned. The statements of earlier keys stay as they
   * are pinned now: others may have been pinned while {@code log} was made.
   *
   * @throws IllegalStateException if they are not
   */
  public void remember(String domain, LogMemory log) {
    MachineRecord.Portal portal =
        portal(domain).orElseThrow(() -> new IllegalStateException("no keys of " + domain));
    LogMemory before = portal.log();
    put(
        new MachineRecord.Portal(
            domain,
            portal.statement(),
            before == null ? log : log.withStatements(before.earlierStatements())));
  }

  private void put(MachineRecord.Portal portal) {
    store.commit(List.of(new MachineChange.Put(portal)));
  }

  private Optional<MachineRecord.Portal> portal(String domain) {
    return store
        .get(new RecordKey(RecordKind.PORTAL, domain))
        .map(MachineRecord.Portal.class::cast);
  }
}
