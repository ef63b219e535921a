/**
 * The lightweight API (developer-08 section 7.1): what an application on a device needs that is
 * connected to somebody's profile, and nothing of what administers a profile. {@link
 * dev.meshsim.light.MeshLight} has one static method for each operation, and {@link
 * dev.meshsim.light.LightPlace} says where the machine's data is and how portals are found. Every
 * result is a record of texts. Each call opens the machine's store, reaches the portal over HTTP
 * and closes the store again, so that a program keeps nothing open between two calls.
 */
@NullMarked
package dev.meshsim.light;

import org.jspecify.annotations.NullMarked;
