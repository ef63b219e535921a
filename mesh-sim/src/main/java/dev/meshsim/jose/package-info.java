/**
 * Signatures, encryption and keys. The {@code mesh} dialect uses JWS (RFC 7515), JWE (RFC 7516) and
 * JWK (RFC 7517) with the algorithms of RFC 7518 and RFC 8037, so that any JOSE library can read
 * what the Mesh writes. Start at {@link dev.meshsim.jose.Suite}, which names a pair of keys; make
 * them with {@link dev.meshsim.jose.PrivateJwk#generate}; then use {@link dev.meshsim.jose.Jws} and
 * {@link dev.meshsim.jose.Jwe}. {@link dev.meshsim.jose.Jws2017} and {@link
 * dev.meshsim.jose.Jwe2017} are the formats of the reference implementation. A key is for one
 * algorithm, and a message that names another is refused, so an attacker cannot choose the
 * algorithm. Every random octet comes from the caller's stream, so equal streams give equal octets.
 */
@NullMarked
package dev.meshsim.jose;

import org.jspecify.annotations.NullMarked;
