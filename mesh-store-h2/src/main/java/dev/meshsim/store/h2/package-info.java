/**
 * Keeps machines and portals in a relational database: H2 in this process, or PostgreSQL by its
 * JDBC address, with one SQL for both. {@link dev.meshsim.store.h2.RelationalStores} opens them;
 * elsewhere they are found by the names {@code h2} and {@code postgresql}. All changes go through
 * one writer for each store, which makes the changes of several callers in one SQL transaction and
 * acknowledges them when the database is on the disk; reads see a snapshot, and return only what is
 * on the disk. What a transaction read is checked again in the SQL transaction that writes, so that
 * several portals can share a database.
 */
@NullMarked
package dev.meshsim.store.h2;

import org.jspecify.annotations.NullMarked;
