/**
 * Types shared by all stores, of machines and of portals alike: providers and their look-up by
 * name, the findings that a check reports, and the collection of failures that they come from.
 */
@NullMarked
package dev.meshsim.store;

import org.jspecify.annotations.NullMarked;
