/**
 * The files of OpenSSH as octets and text: private keys (PROTOCOL.key), public keys (RFC 4716 and
 * the one-line form), {@code known_hosts} and {@code authorized_keys} (sshd(8)), and PKCS #8 in PEM
 * for keys that OpenSSH has no form for. {@link dev.meshsim.ssh.KeyForm} chooses the form for a
 * key's algorithm; {@link dev.meshsim.ssh.KeyTextException} describes a problem of a text without
 * the file's name, which only the caller knows.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.ssh;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
