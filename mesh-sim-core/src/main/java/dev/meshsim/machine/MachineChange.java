package dev.meshsim.machine;

/** One change of a machine's data. */
public sealed interface MachineChange {

  /** The record that changes. */
  RecordKey key();

  /** The record is there now, in place of one with its key. */
  record Put(MachineRecord record) implements MachineChange {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  /** The record is not there any more; nothing happens if it was not. */
  record Remove(RecordKey key) implements MachineChange {}
}
