/**
 * The logs of a portal: the contract of its stores and the form of {@code .jlog} files. A log is a
 * sequence of records, {@link dev.meshsim.log.DataItem}; the latest record of a primary key is its
 * present state, a Delete ends it, and nothing is ever changed in place. A portal has two logs,
 * {@link dev.meshsim.log.LogName}: the profiles and the accounts. {@link
 * dev.meshsim.log.PortalStore} is the contract: reads and changes run in a transaction, and the
 * puts of a transaction are durable when it returns, all of them or none. {@link
 * dev.meshsim.log.memory.MemoryPortalStore} keeps everything in memory, {@link
 * dev.meshsim.log.jlog.JlogPortalStore} in two {@code .jlog} files.
 *
 * <p>A {@code .jlog} file has one JSON object to a line: a Header, then DataItems, appended only.
 * Transaction identifiers count the records of both files without a gap. A transaction's records
 * are neighbours, the mesh log's first; all but the last have Pending, the last has Commit, and a
 * transaction of one record has neither. A Pending record counts only if every record before it and
 * its transaction's Commit are there, so the remains of a transaction over both files after a crash
 * are recognised and cut when the files are opened. A transaction of one mesh record that shared a
 * write with records of the portal log has both marks.
 */
@NullMarked
package dev.meshsim.log;

import org.jspecify.annotations.NullMarked;
