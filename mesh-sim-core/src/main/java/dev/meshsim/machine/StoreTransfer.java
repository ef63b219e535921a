package dev.meshsim.machine;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import java.util.ArrayList;
import java.util.List;

/** Copies a machine's data from one store to another, of whatever kinds they are. */
public final class StoreTransfer {

  private StoreTransfer() {}

  /**
   * Copies everything, in one commit. Each private key is copied too, so that closing one store
   * does not clear the keys of the other.
   *
   * @param to an empty store of the same mode
   * @return the number of records
   * @throws MachineException if {@code to} is not empty, or if one holds test data and the other
   *     does not
   */
  public static int copy(MachineStore from, MachineStore to) {
    if (from.mode() != to.mode()) {
      throw MachineException.modesDiffer(from.mode(), to.mode());
    }
    List<MachineChange> changes = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (!to.list(kind).isEmpty()) {
        throw MachineException.notEmpty();
      }
      from.list(kind).forEach(record -> changes.add(new MachineChange.Put(copy(record))));
    }
    to.commit(changes);
    return changes.size();
  }

  private static MachineRecord copy(MachineRecord record) {
    if (!(record instanceof MachineRecord.Key key)) {
      return record;
    }
    try (SecretBytes der = key.jwk().pkcs8()) {
      return new MachineRecord.Key(key.udf(), PrivateJwk.fromPkcs8(key.jwk().spec(), der));
    }
  }
}
