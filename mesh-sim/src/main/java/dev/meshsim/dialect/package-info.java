/**
 * A dialect: one consistent choice of all formats. {@link dev.meshsim.dialect.Dialect#MESH} is
 * current good practice; {@link dev.meshsim.dialect.Dialect#PORTAL_2017} is compatible with the
 * reference implementation, so that its logs can be read and its profiles used. A dialect defines
 * fingerprints, the JSON of objects, signatures, encryption and key shares; packages above this one
 * ask their dialect and never use a format directly. Both dialects have the same members in objects
 * and messages, so the records of {@link dev.meshsim.profile} and {@link dev.meshsim.protocol}
 * serve both: differences of spelling are converted between a record's tree and its text.
 */
@NullMarked
package dev.meshsim.dialect;

import org.jspecify.annotations.NullMarked;
