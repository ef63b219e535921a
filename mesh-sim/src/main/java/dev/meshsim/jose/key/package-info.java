/**
 * Public and private keys of every supported kind, for {@code dev.meshsim.jose} only: RSA, the NIST
 * curves, Ed25519 and Ed448, X25519 and X448. {@link dev.meshsim.jose.key.PublicMaterial} and
 * {@link dev.meshsim.jose.key.PrivateMaterial} are the two halves of a key; {@link
 * dev.meshsim.jose.key.JwkMembers} reads and checks the members of a JWK (RFC 7517, RFC 8037).
 * {@link dev.meshsim.jose.key.JoseException} is the family of failures of all JOSE code and the
 * only type of this package that is used outside {@code dev.meshsim.jose}.
 */
@NullMarked
package dev.meshsim.jose.key;

import org.jspecify.annotations.NullMarked;
