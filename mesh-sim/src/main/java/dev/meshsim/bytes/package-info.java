/**
 * Octet strings as values. {@link dev.meshsim.bytes.Bytes} is public data: immutable, comparable,
 * printable. {@link dev.meshsim.bytes.SecretBytes} is secret data: it prints only its length, can
 * be cleared, and is read only through {@link dev.meshsim.bytes.SecretBytes#expose()}, so that a
 * search for that name lists every reader. An architecture rule names the packages that may call
 * it.
 */
@NullMarked
package dev.meshsim.bytes;

import org.jspecify.annotations.NullMarked;
