package dev.meshsim.profile;

import dev.meshsim.udf.Udf;

/** Anything that can be published under an identifier which is unique for the life of the entry. */
public sealed interface Entry permits SignedEntry, OfflineEscrowEntry {

  /** The identifier that the entry is stored and found under. */
  Udf identifier();
}
