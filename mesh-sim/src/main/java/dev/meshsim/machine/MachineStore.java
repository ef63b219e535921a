package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The store of one machine's data.
 *
 * <p>Atomic: all changes of one {@link #commit} take effect or none does, even in a crash, and a
 * reader sees all or none. Durable: the changes are on the disk when {@link #commit} returns.
 * Ordered: a read returns the record of the latest finished commit. A store is used by one process
 * at a time and is thread-safe within it. Records are independent: a default may name a record that
 * is absent.
 *
 * <p>No argument and no result is null: {@link NullPointerException}. After {@link #close} only
 * {@link #mode}, {@link #check} and {@link #close} work; the others throw {@link
 * IllegalStateException}. Every other failure is a {@link MeshException} that names the place;
 * after a failed commit the store may refuse to go on until it is opened again.
 *
 * <p>A private key that a store returns is cleared when a commit that removes or replaces its
 * record has succeeded, by another key, and no longer reachable from the store. The numbers of an
 * RSA key are {@link java.math.BigInteger}s, which Java cannot erase: they are only released, and
 * stay in memory until the garbage collector writes over them.
 */
public interface MachineStore extends AutoCloseable {

  /** Whether this is test or production data; fixed when the store is opened. */
  StoreMode mode();

  /** The record with this key. */
  Optional<MachineRecord> get(RecordKey key);

  /** All records of a kind, ordered by name as {@link RecordKey} is; the list never changes. */
  List<MachineRecord> list(RecordKind kind);

  /**
   * Makes all changes, in order, or none.
   *
   * @param changes see {@link MachineChange#checked}
   * @throws IllegalArgumentException if two have one key; nothing is changed
   */
  void commit(List<MachineChange> changes);

  /** Reads everything and reports all problems, also that the store is closed; never throws. */
  List<Finding> check();

  /**
   * Removes everything, if this is test data.
   *
   * @throws MeshException in production mode; nothing is removed
   */
  void eraseTest();

  /** Closes the files and clears all keys that it returned. A second call does nothing. */
  @Override
  void close();
}
