/**
 * Octet strings as values. {@link dev.meshsim.bytes.Bytes} is public data: immutable, comparable,
 * printable. {@link dev.meshsim.bytes.SecretBytes} is secret data: it prints its length only, it
 * can be cleared, and {@link dev.meshsim.bytes.SecretBytes#expose()} is the one way to read it, so
 * that a search for that name lists every reader. An architecture rule keeps that list short.
 */
@NullMarked
package dev.meshsim.bytes;

import org.jspecify.annotations.NullMarked;
