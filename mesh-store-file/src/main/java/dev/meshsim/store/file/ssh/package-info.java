/**
 * SSH key files as octets, for {@code dev.meshsim.store.file} only: the private key format of
 * OpenSSH (PROTOCOL.key), the one-line public format, the public key file format of RFC 4716, and
 * PKCS #8 in PEM. {@link dev.meshsim.store.file.ssh.KeyForm} chooses the form for a key's
 * algorithm; {@link dev.meshsim.store.file.ssh.KeyTextException} describes a problem of a text
 * without the file's name, which only the store knows.
 */
@NullMarked
package dev.meshsim.store.file.ssh;

import org.jspecify.annotations.NullMarked;
