package dev.meshsim.protect;

import dev.meshsim.jose.PublicJwk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A bounded cache of clients' keys that were read lately: reading one costs as much as a third of a
 * signature's verification. Thread-safe.
 */
final class ClientKeys {

  private static final int MOST = 1024;
  private static final int LONGEST = 512;

  private final Map<String, PublicJwk> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublicJwk> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Reads a key.
   *
   * @throws dev.meshsim.error.MeshException as {@link PublicJwk#fromJson} does
   */
  PublicJwk read(JsonNode jwk) {
    String text = jwk.toString();
    if (text.length() > LONGEST) {
      return PublicJwk.fromJson(jwk);
    }
    PublicJwk cached = cached(text);
    if (cached != null) {
      return cached;
    }
    PublicJwk read = PublicJwk.fromJson(jwk);
    synchronized (known) {
      known.put(text, read);
    }
    return read;
  }

  private @Nullable PublicJwk cached(String text) {
    synchronized (known) {
      return known.get(text);
    }
  }
}
