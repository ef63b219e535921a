/** Keeps machines and portals in a relational database. */
@NullMarked
package dev.meshsim.store.h2;

import org.jspecify.annotations.NullMarked;
