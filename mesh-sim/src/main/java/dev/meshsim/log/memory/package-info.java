/**
 * The index of a portal's records and the transactions over it, shared by the store in memory and
 * the store in {@code .jlog} files. {@code LogIndex} maps primary keys and index terms to record
 * numbers in tables of primitive columns; {@code StoreEngine} runs a transaction on a snapshot,
 * checks at the commit that what it read is still the latest, and runs it again if not. A {@code
 * RecordStorage} keeps the records themselves: {@link dev.meshsim.log.memory.MemoryPortalStore} in
 * a list, the other in files.
 */
@NullMarked
package dev.meshsim.log.memory;

import org.jspecify.annotations.NullMarked;
