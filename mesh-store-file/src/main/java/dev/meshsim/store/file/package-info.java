/**
 * Keeps a machine in files under {@code ~/.mmm}, as developer-08 section 5.2 has it for Unix:
 * {@code profiles.json} is the index, each profile is a file of signed JSON, and each key is a pair
 * of SSH key files that {@code ssh-keygen} reads. Several files change together: a commit writes
 * the new files beside the old ones, then one file with the plan of the commit, and only then moves
 * them into place. Nothing outside this module names its classes: {@link
 * dev.meshsim.machine.MachineStores} finds it by the name {@code file}.
 */
@NullMarked
package dev.meshsim.store.file;

import org.jspecify.annotations.NullMarked;
