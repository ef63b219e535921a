package dev.meshsim.store.h2.database;

import dev.meshsim.log.LogName;
import java.nio.charset.StandardCharsets;

/** A primary key of a log, in the form of its look-up. */
public record LogKey(LogName log, String name) {

  public byte[] octets() {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  public int logNumber() {
    return log.ordinal();
  }

  public long hash() {
    return KeyHash.of(octets());
  }
}
