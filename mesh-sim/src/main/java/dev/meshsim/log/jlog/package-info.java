/**
 * The portal store in two {@code .jlog} files, one for profiles and one for accounts. {@link
 * dev.meshsim.log.jlog.JlogPortalStore} opens them: {@code LogLoader} scans both files into the
 * index of {@code dev.meshsim.log.memory}, {@code LogMerge} undoes a transaction over both that a
 * crash cut short, and {@code GroupCommit} appends and forces, one write and one force for all
 * changes that wait at that moment. The text of a record stays in the file and is read again when
 * it is asked for. {@link dev.meshsim.log.jlog.JlogException} lists all defects of a log.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.log.jlog;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
