/**
 * The runner of test vectors: reads every file of a directory in the form of {@code vectors/} and
 * compares what the library does with what each test says. {@link
 * dev.meshsim.vectors.check.VectorRun} reads the files strictly, so that a misspelled member is an
 * error and not a test that passes; {@link dev.meshsim.vectors.check.VectorKind} is the table of
 * the schemas and of the functions that run a test with only the values that the file gives.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.vectors.check;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
