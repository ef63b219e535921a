/**
 * The access of every store to the disk. {@link dev.meshsim.files.DurableFiles} has few operations,
 * each of which either does what it says or throws an error that names the file; it follows no
 * symbolic link, touches nothing but regular files and directories of the user's own, and creates
 * them for that user alone. Data that must survive a crash is written, forced, and only then
 * acknowledged; {@link dev.meshsim.files.DurableFiles#replace} is the whole recipe for a small
 * file. The tests put a layer with faults in the place of the real one and cut at every operation.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.files;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
