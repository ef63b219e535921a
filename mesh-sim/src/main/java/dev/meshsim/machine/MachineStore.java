package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Where one machine keeps its data.
 *
 * <p>Atomic: the changes of one {@link #commit} are all there afterwards, or none is, whatever
 * happens in between; no reader sees some of them. Durable: they are when {@link #commit} returns.
 * Ordered: a record read is the one that the latest finished commit put. A store is used by one
 * process at a time and is thread-safe within it. Records stand alone: a default may name what is
 * not there.
 *
 * <p>No argument and no result is null: {@link NullPointerException}. After {@link #close} only
 * {@link #mode}, {@link #check} and {@link #close} work; the others throw {@link
 * IllegalStateException}. Every other failure is a {@link MeshException} that names the place;
 * after a failed commit the store may refuse to go on until it is opened again.
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

  /**
   * Reads everything and reports all that is wrong, be it that the store is closed; never throws.
   */
  List<Finding> check();

  /**
   * Removes everything, if this is test data.
   *
   * @throws MeshException in production mode; nothing is removed
   */
  void eraseTest();

  /** Gives up files, and clears the keys it gave out. A second call does nothing. */
  @Override
  void close();
}
