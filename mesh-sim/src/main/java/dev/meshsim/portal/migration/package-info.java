/**
 * Import and export of portal logs. {@link dev.meshsim.portal.migration.LogImport} turns a log of
 * the reference implementation, of any generation that {@code dev.meshsim.audit.record} can read,
 * into records of a portal store; {@link dev.meshsim.portal.migration.ReferenceLogWriter} writes a
 * store in the syntax of the reference. Records that cannot be imported are reported with their
 * number and the reason.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.portal.migration;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
