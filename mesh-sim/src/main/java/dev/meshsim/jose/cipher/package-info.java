/**
 * Symmetric primitives for {@code dev.meshsim.jose} only: content encryption (AES-GCM, AES-CBC with
 * HMAC, RFC 7518 section 5), key wrapping (RFC 3394), and the key derivations Concat KDF (NIST SP
 * 800-56A) and HKDF (RFC 5869). All of them work on octet arrays that the caller owns and clears,
 * and report a failure as a {@link java.security.GeneralSecurityException}, so that no message can
 * reveal which check failed.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.jose.cipher;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
