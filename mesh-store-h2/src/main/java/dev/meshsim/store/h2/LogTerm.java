package dev.meshsim.store.h2;

import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.store.h2.database.KeyHash;
import java.nio.charset.StandardCharsets;

/** A further name in a log, in the form of its look-up. */
record LogTerm(LogName log, IndexTerm term) {

  byte[] typeOctets() {
    return term.type().getBytes(StandardCharsets.UTF_8);
  }

  byte[] termOctets() {
    return term.term().getBytes(StandardCharsets.UTF_8);
  }

  int logNumber() {
    return log.ordinal();
  }

  long hash() {
    return KeyHash.of(typeOctets(), termOctets());
  }
}
