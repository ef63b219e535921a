package dev.meshsim.profile;

import dev.meshsim.udf.Udf;

/** An entry that can be published, under an identifier that belongs to it for its whole life. */
public sealed interface Entry permits SignedEntry, OfflineEscrowEntry {

  /** The identifier that the entry is stored and found under. */
  Udf identifier();
}
