/**
 * Commands on the stores of machines and portals: {@code store list}, {@code store check}, {@code
 * store export} and {@code store import}, with the options that name a store and its place.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
