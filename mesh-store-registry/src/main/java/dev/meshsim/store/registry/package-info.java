/**
 * A machine store in the form of Windows (developer-08 section 5.1): settings in a registry hive,
 * profiles in XML files at the location that the hive gives, private keys in a PKCS #12 file
 * instead of the Windows key store. The hive is regedit's text form, so that a person can read and
 * edit it and other tools can load it. Every change writes new files first and then replaces the
 * hive that names them: the one moment at which everything takes effect. Nothing here is public;
 * {@link java.util.ServiceLoader} finds the store under the name {@code registry}.
 */
@NullMarked
package dev.meshsim.store.registry;

import org.jspecify.annotations.NullMarked;
