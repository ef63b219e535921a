package dev.meshsim.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One change of a machine's data. */
public sealed interface MachineChange {

  /** The record that changes. */
  RecordKey key();

  /**
   * Checks the changes of one commit by the rules of every store, and copies the list.
   *
   * @throws NullPointerException if the list or a change is null
   * @throws IllegalArgumentException if two changes have one key
   */
  static List<MachineChange> checked(List<MachineChange> changes) {
    List<MachineChange> copy = List.copyOf(changes);
    Set<RecordKey> keys = new HashSet<>();
    for (MachineChange change : copy) {
      if (!keys.add(change.key())) {
        throw new IllegalArgumentException("a commit changes " + change.key() + " twice");
      }
    }
    return copy;
  }

  /** Puts a record; replaces one with its key. */
  record Put(MachineRecord record) implements MachineChange {

    /** Checks that there is one. */
    public Put {
      Objects.requireNonNull(record);
    }

    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  /** Removes the record of a key, if there is one. */
  record Remove(RecordKey key) implements MachineChange {

    /** Checks that there is one. */
    public Remove {
      Objects.requireNonNull(key);
    }
  }
}
