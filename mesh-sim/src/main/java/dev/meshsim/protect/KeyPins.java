package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The memory of a machine for the keys of portals: the last accepted statement of each domain, and
 * those that led to it.
 */
public interface KeyPins {

  /** The text of the statement that was accepted last, if any. */
  Optional<Bytes> pinned(String domain);

  /**
   * The texts of the statements before that one which are remembered, newest first; signatures lead
   * from each to the next newer one.
   */
  List<Bytes> earlier(String domain);

  /**
   * Remembers a statement in place of an earlier one.
   *
   * @param earlier the statements before it from which signatures lead to it, newest first; a
   *     memory keeps those that somebody may need to judge what older keys have signed
   */
  void pin(String domain, Bytes statement, List<Bytes> earlier);

  /** A memory that ends with the process. */
  static KeyPins inMemory() {
    Map<String, List<Bytes>> pins = new ConcurrentHashMap<>();
    return new KeyPins() {
      @Override
      public Optional<Bytes> pinned(String domain) {
        return pins.getOrDefault(domain, List.of()).stream().findFirst();
      }

      @Override
      public List<Bytes> earlier(String domain) {
        return pins.getOrDefault(domain, List.of()).stream().skip(1).toList();
      }

      @Override
      public void pin(String domain, Bytes statement, List<Bytes> earlier) {
        pins.put(domain, Stream.concat(Stream.of(statement), earlier.stream()).toList());
      }
    };
  }
}
