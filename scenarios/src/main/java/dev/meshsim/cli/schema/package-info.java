/**
 * {@code mesh-sim schema}: writes the schema in other languages, compares schemas, and checks the
 * JSON of others. {@code SchemaSource} is a schema that an argument names: of a dialect, of the
 * reference implementation, or in a file.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.schema;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
