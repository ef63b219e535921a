package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyPins;
import java.util.List;
import java.util.Optional;

/** The memory for the keys of portals in a machine's store. */
public final class MachinePins implements KeyPins {

  private final MachineStore store;

  /** The memory in a store, which the caller closes. */
  public MachinePins(MachineStore store) {
    this.store = store;
  }

  @Override
  public Optional<Bytes> pinned(String domain) {
    return store
        .get(new RecordKey(RecordKind.PORTAL, domain))
        .map(record -> ((MachineRecord.Portal) record).statement());
  }

  @Override
  public void pin(String domain, Bytes statement) {
    store.commit(List.of(new MachineChange.Put(new MachineRecord.Portal(domain, statement))));
  }
}
