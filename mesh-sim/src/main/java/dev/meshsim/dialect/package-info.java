/**
 * One consistent choice of how everything is written. {@link dev.meshsim.dialect.Dialect#MESH} is
 * what a good implementer would do today; {@link dev.meshsim.dialect.Dialect#PORTAL_2017} is what
 * the reference implementation wrote, so that its logs can be read and its profiles used. A dialect
 * says what a key's fingerprint is taken over, how objects look in JSON, what a signature covers,
 * how a message is encrypted and a secret shared; everything above this package asks its dialect
 * and never a format directly. The members of objects and messages are the same in both, so the
 * records of {@link dev.meshsim.profile} and {@link dev.meshsim.protocol} serve both: what differs
 * on paper is translated between a record's tree and the text.
 */
@NullMarked
package dev.meshsim.dialect;

import org.jspecify.annotations.NullMarked;
