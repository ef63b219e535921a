/**
 * Keeps machines and portals in a relational database: H2 in this process, or PostgreSQL by its
 * JDBC address, with one SQL for both. {@link dev.meshsim.store.h2.RelationalStores} opens them;
 * elsewhere they are found by the names {@code h2} and {@code postgresql}. All changes go through
 * one writer for each store, which batches the changes of several callers into one SQL transaction
 * and acknowledges them when they are on the disk; reads see a snapshot, and return only durable
 * data. The reads of a transaction are checked again in the SQL transaction that writes, so that
 * several portals can share a database.
 */
@NullMarked
package dev.meshsim.store.h2;

import org.jspecify.annotations.NullMarked;
