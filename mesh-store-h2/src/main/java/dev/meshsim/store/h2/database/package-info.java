/**
 * Connections, transactions and durability of a relational database, for {@code
 * dev.meshsim.store.h2} only. {@link dev.meshsim.store.h2.database.SqlStore} is an open database:
 * reads run on a snapshot, and {@code GroupWriter} batches concurrent changes into one SQL
 * transaction and one sync. {@code SqlDialect} holds what differs between H2 and PostgreSQL, {@code
 * Schema} creates and upgrades the tables, and {@link
 * dev.meshsim.store.h2.database.DatabaseException} lists all failures. The parent package knows the
 * meaning of the tables.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.store.h2.database;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
