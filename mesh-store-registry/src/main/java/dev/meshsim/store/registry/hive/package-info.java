/**
 * The text form of a Windows registry hive, for {@code dev.meshsim.store.registry} only: what
 * regedit exports as {@code Windows Registry Editor Version 5.00}. {@code RegReader} parses a file
 * into {@link dev.meshsim.store.registry.hive.RegistryKey} trees and reports each problem with its
 * line; {@code RegWriter} writes them; {@code NameOrder} compares names as Windows does. {@link
 * dev.meshsim.store.registry.hive.RegistryException} lists what can be wrong with such a file.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.store.registry.hive;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
