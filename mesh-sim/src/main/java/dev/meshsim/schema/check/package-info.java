/**
 * Checking the JSON of others against a schema. {@link dev.meshsim.schema.check.SchemaCheck} reads
 * a message, a signed object or a whole log, goes into signed payloads and the texts of a log, and
 * reports each difference with its line and column and the nearest name. Nothing is verified: no
 * signature, no fingerprint, no rule between two members. A finding repeats names but no values, so
 * that a file with secrets can be checked.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.schema.check;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
