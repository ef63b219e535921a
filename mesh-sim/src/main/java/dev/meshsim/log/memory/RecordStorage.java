package dev.meshsim.log.memory;

import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import java.util.List;

/** The storage of the records themselves, beside the index. */
public interface RecordStorage {

  /** The changes of one transaction in the form of the storage, made before any lock is held. */
  interface Prepared {
    List<Change> changes();
  }

  /**
   * Does all the work for a transaction's changes that needs no number. Puts those of the mesh log
   * first: it is forced first, so the record that commits is the portal log's if it has one.
   */
  Prepared prepare(List<Change> changes);

  /**
   * Takes over the changes as the records after {@code index.records().last()} and adds them to the
   * index. One caller at a time.
   *
   * @return the number of the last of them
   */
  int append(Prepared changes, LogIndex index);

  /** Reads a record that the index has. */
  DataItem read(int number);

  /** Returns when the record is durable; throws if it never will be. 0 is always durable. */
  void awaitDurable(int number);

  /** The latest record that is durable. */
  int durable();
}
