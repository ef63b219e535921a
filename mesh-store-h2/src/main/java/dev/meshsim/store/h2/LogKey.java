package dev.meshsim.store.h2;

import dev.meshsim.log.LogName;
import java.nio.charset.StandardCharsets;

/** A primary key of a log, as it is looked up. */
record LogKey(LogName log, String name) {

  byte[] octets() {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  int logNumber() {
    return log.ordinal();
  }

  long hash() {
    return KeyHash.of(octets());
  }
}
