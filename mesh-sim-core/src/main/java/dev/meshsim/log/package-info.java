/**
 * What a portal remembers, and the {@code .jlog} files in which it does. A log is a sequence of
 * records, {@link dev.meshsim.log.DataItem}; the latest record of a primary key is its present
 * state, a Delete ends it, and nothing is ever changed in place. A portal has two logs, {@link
 * dev.meshsim.log.LogName}: the profiles and the accounts. {@link dev.meshsim.log.PortalStore} is
 * the contract: reads and changes run in a transaction, and what a transaction wrote is durable
 * when it returns, all of it or nothing. {@link dev.meshsim.log.MemoryPortalStore} keeps everything
 * in memory.
 */
@NullMarked
package dev.meshsim.log;

import org.jspecify.annotations.NullMarked;
