package dev.meshsim.profile;

import dev.meshsim.udf.Udf;
import java.time.Instant;

/**
 * The published part of an application (schema {@code ApplicationProfile}): data shared by its
 * devices, encrypted to each device that its entry lists and to the master escrow keys. The class's
 * simple name is the entry's {@code Type}.
 */
public sealed interface ApplicationProfile permits PasswordProfile {

  /** Chosen at random when the application is created: a UDF of type R. */
  Udf identifier();

  /** When this version was made. */
  Instant updated();

  /** The shared data, encrypted. */
  EncryptedPart sharedPrivate();
}
