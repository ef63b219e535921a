package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Where one machine keeps its data.
 *
 * <p>Atomic: the changes of one {@link #commit} are all there afterwards, or none is, whatever
 * happens in between. Durable: they are when {@link #commit} returns. Ordered: a record read is the
 * one that the latest finished commit put. A store is used by one process at a time and is
 * thread-safe within it. No argument and no result is null. Every failure is a {@link
 * MeshException} that names the place; after a failed commit the store may refuse to go on.
 */
public interface MachineStore extends AutoCloseable {

  /** Whether this is test or production data; fixed when the store is opened. */
  StoreMode mode();

  /** The record with this key. */
  Optional<MachineRecord> get(RecordKey key);

  /** All records of a kind, ordered by name. */
  List<MachineRecord> list(RecordKind kind);

  /**
   * Makes all changes, in order, or none.
   *
   * @param changes no two of one key
   */
  void commit(List<MachineChange> changes);

  /** Reads everything and reports all that is wrong; never throws. */
  List<Finding> check();

  /**
   * Removes everything, if this is test data.
   *
   * @throws MeshException in production mode; nothing is removed
   */
  void eraseTest();

  /** Gives up files and keys. A second call does nothing. */
  @Override
  void close();
}
