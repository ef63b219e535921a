/**
 * Signatures and encryption. Those of the {@code mesh} dialect are JWS (RFC 7515), JWE (RFC 7516)
 * and JWK (RFC 7517) with the algorithms of RFC 7518 and RFC 8037, so that any JOSE library can
 * check what the Mesh wrote. Start at {@link dev.meshsim.jose.Suite}, which names a pair of keys;
 * make them with {@link dev.meshsim.jose.PrivateJwk#generate}; then use {@link
 * dev.meshsim.jose.Jws} and {@link dev.meshsim.jose.Jwe}. {@link dev.meshsim.jose.Jws2017} and
 * {@link dev.meshsim.jose.Jwe2017} are what the reference implementation wrote instead. A key is
 * for one algorithm, and that algorithm decides how a message is read: a message that names another
 * one is refused. Every random octet comes from the stream the caller hands in, so the same stream
 * gives the same bytes.
 */
@NullMarked
package dev.meshsim.jose;

import org.jspecify.annotations.NullMarked;
