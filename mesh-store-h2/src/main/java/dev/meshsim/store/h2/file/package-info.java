/**
 * The file of an H2 database below H2 itself. {@link dev.meshsim.store.h2.file.FileClaims} compares
 * what the file says of itself with what it holds, since H2 opens a shortened file as an older
 * database. {@link dev.meshsim.store.h2.file.OverlayPath} lets H2 open a file without a change: its
 * writes stay in memory. {@link dev.meshsim.store.h2.file.H2Settings} says when H2 forces the file
 * to the disk.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.store.h2.file;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
