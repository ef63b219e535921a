package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.store.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The store of a portal's accounts and entries. Thread-safe.
 *
 * <p>Transactions are serialisable: the outcome is that of running them one after another. The puts
 * of a transaction are durable when {@link #transact} returns; a transaction that was cut short by
 * a crash is there whole or not at all. No transaction, not even one that only reads, returns a
 * result that depends on data that is not durable yet.
 */
public interface PortalStore extends AutoCloseable {

  /**
   * Runs {@code work} on a consistent view. All its puts become durable together before this
   * returns, or none does. Work may run again after a conflict, so it has no other effects. If it
   * throws, nothing is written and the exception passes through. Work must not call the store
   * itself, only its transaction.
   *
   * @return what {@code work} returned
   * @throws dev.meshsim.error.MeshException if the puts could not be made durable; the store then
   *     refuses all further puts, unless its failure says that later ones are accepted
   */
  <T> T transact(Work<T> work);

  /**
   * Every record of one log in the order of commits, marked so that {@link
   * DataItem#endsTransaction} tells where transactions end: for bulk transfer. A transaction's
   * records have neighbouring numbers, those of the mesh log first. The page key is the number of a
   * record: a page begins with the first record of that number or later.
   */
  RecordPage scan(LogName log, PageRequest range);

  /**
   * One durable record with its marks, as its leaf of the tree has it; a record that a transaction
   * reads may lack them. This default reads a page of the log.
   *
   * @param number the number of the record, 1 or more
   * @return empty if the record of that number is of the other log, or there is none
   */
  default Optional<DataItem> record(LogName log, long number) {
    return scan(log, PageRequest.all().atMost(1).after(Long.toString(number))).items().stream()
        .filter(item -> item.number() == number)
        .findFirst();
  }

  /**
   * The keys of the durable records after a number, in the order of their numbers over both logs,
   * without reading their content.
   *
   * @param after the number of the record before the first; 0 for all
   * @param most the most records, 1 or more
   */
  List<RecordKey> keysAfter(long after, int most);

  /**
   * Bulk load: writes many transactions, each given by its changes, in this order. All are durable
   * when this returns. A crash before that leaves a prefix of them, each whole.
   */
  default void load(List<List<Change>> transactions) {
    for (List<Change> changes : transactions) {
      transact(
          tx -> {
            changes.forEach(tx::put);
            return changes.size();
          });
    }
  }

  /** When the latest record was added, or empty if there is none. */
  Optional<Instant> lastWrite();

  /** Reads everything and reports what is wrong; never throws. */
  List<Finding> check();

  /** The Merkle tree over the records, for proofs about the logs. */
  LogTree tree();

  /** The work done since the store was opened. */
  WorkCount counts();

  /**
   * True if other processes may write to the store while it is open here, so that what was read
   * last may be outdated.
   */
  default boolean isShared() {
    return false;
  }

  /**
   * A text of octets that all processes on this store have in common; it is in no log.
   *
   * @param drawn gives it if there is none yet
   * @return empty if one process at a time has the store; then {@link Transaction#claim} has no
   *     meaning
   */
  default Optional<Bytes> shared(Supplier<Bytes> drawn) {
    return Optional.empty();
  }

  /**
   * The portal's own private keys in a form of its own. They are apart from the records: in no log,
   * no scan and no copy of the logs.
   *
   * @return empty if there are none yet; the caller closes them
   * @throws PortalStoreException {@code log.no-keys} if this kind of store keeps none
   */
  default Optional<SecretBytes> keys() {
    throw PortalStoreException.noKeys();
  }

  /**
   * Puts keys in place of the present ones: atomic, and durable when this returns.
   *
   * @param expected the present keys as the caller knows them; empty for none
   * @return false if the present keys are others; then nothing is changed
   * @throws PortalStoreException as {@link #keys} does
   */
  default boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    throw PortalStoreException.noKeys();
  }

  /** Waits for running commits and closes the files. A second call does nothing. */
  @Override
  void close();

  /** The caller's code in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    /** Reads and puts through {@code tx}; may run more than once. */
    T run(Transaction tx);
  }

  /**
   * A consistent snapshot and the changes to be written. Reads see earlier commits, never the
   * transaction's own puts. Used by one thread, and only while its work runs.
   */
  interface Transaction {

    /** The latest version, or empty if the key was never written or its last record is a Delete. */
    Optional<DataItem> latest(LogName log, String primaryKey);

    /**
     * The versions since the last Delete, oldest first; none if the key has no state now. The page
     * key is the number of a record: a page begins with the first version of that number or later.
     */
    RecordPage versions(LogName log, String primaryKey, PageRequest range);

    /** The latest versions that have {@code term}, in the order their keys were first written. */
    RecordPage find(LogName log, IndexTerm term, PageRequest range);

    /**
     * Adds a change to those that will be written.
     *
     * @throws IllegalArgumentException if this transaction has already put that key of that log
     */
    void put(Change change);

    /**
     * Claims a name: of all transactions that claim it, in whatever process, one is committed. Only
     * for a store that several processes have, see {@link PortalStore#shared}.
     *
     * @param time of the claim
     * @param forgotten claims of an earlier time may be forgotten
     * @return false if a transaction with this claim was committed
     */
    default boolean claim(String name, Instant time, Instant forgotten) {
      throw new UnsupportedOperationException("one process at a time has this store");
    }
  }
}
