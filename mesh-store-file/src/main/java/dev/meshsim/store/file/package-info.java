/**
 * Keeps a machine in files under {@code ~/.mmm}, as developer-08 section 5.2 wants it on Unix:
 * {@code profiles.json} says what there is, each profile is a file of signed JSON, and each key is
 * a pair of SSH key files that {@code ssh-keygen} reads. Several files change together: a commit
 * writes the new ones beside the old ones, then one file that says which of them belong together,
 * and only then moves them into place. Nothing outside this module names its classes: {@link
 * dev.meshsim.machine.MachineStores} finds it by the name {@code file}.
 */
@NullMarked
package dev.meshsim.store.file;

import org.jspecify.annotations.NullMarked;
