/**
 * The data of one machine: its device profile, the personal and application profiles it knows, the
 * accounts they are bound to, and its private keys. Sessions use {@link
 * dev.meshsim.machine.MeshMachine}; {@link dev.meshsim.machine.MachineStore} is the contract of all
 * stores. {@link dev.meshsim.machine.MeshMachineCached} keeps it in memory (developer-08 section
 * 6.3). Other stores live in modules of their own and are found by name; {@link
 * dev.meshsim.machine.MeshMachine#ofThisComputer()} opens that of the platform.
 */
@NullMarked
package dev.meshsim.machine;

import org.jspecify.annotations.NullMarked;
