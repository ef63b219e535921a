/**
 * Connections, transactions and durability of a relational database, for {@code
 * dev.meshsim.store.h2} only. {@link dev.meshsim.store.h2.database.SqlStore} is an open database:
 * reads run on a snapshot, and {@code GroupWriter} batches concurrent changes into one SQL
 * transaction and one sync. {@code SqlDialect} holds what differs between H2 and PostgreSQL, {@code
 * Schema} creates and upgrades the tables, and {@link
 * dev.meshsim.store.h2.database.DatabaseException} lists everything that can go wrong. What the
 * tables mean is the parent package's business.
 */
@NullMarked
package dev.meshsim.store.h2.database;

import org.jspecify.annotations.NullMarked;
