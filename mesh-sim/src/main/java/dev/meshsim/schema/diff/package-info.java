/**
 * Comparing schemas. {@link dev.meshsim.schema.diff.SchemaDiff} lists the differences of two
 * schemas; {@link dev.meshsim.schema.diff.ReferenceSchema} is the schema of the reference
 * implementation in December 2017, as facts; {@link dev.meshsim.schema.diff.DifferenceReason} says
 * why each difference is wanted. A difference without a reason, and a reason without a difference,
 * fail a test.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.schema.diff;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
