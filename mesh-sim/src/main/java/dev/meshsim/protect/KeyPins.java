package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The memory of a machine for the keys of portals: the last accepted statement of each domain. */
public interface KeyPins {

  /** The text of the statement that was accepted last, if any. */
  Optional<Bytes> pinned(String domain);

  /** Remembers a statement in place of an earlier one. */
  void pin(String domain, Bytes statement);

  /** A memory that ends with the process. */
  static KeyPins inMemory() {
    Map<String, Bytes> pins = new ConcurrentHashMap<>();
    return new KeyPins() {
      @Override
      public Optional<Bytes> pinned(String domain) {
        return Optional.ofNullable(pins.get(domain));
      }

      @Override
      public void pin(String domain, Bytes statement) {
        pins.put(domain, statement);
      }
    };
  }
}
