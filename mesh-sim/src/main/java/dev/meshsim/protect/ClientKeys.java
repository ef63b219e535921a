package dev.meshsim.protect;

import dev.meshsim.jose.PublicJwk;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A bounded cache of clients' keys that were read lately: reading one costs as much as a third of a
 * signature's verification. Thread-safe.
 */
final class ClientKeys {

  private static final int MOST = 1024;
  private static final int LONGEST = 512;
  private static final int MOST_MEMBERS = 8;

  private final Map<JsonNode, PublicJwk> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, PublicJwk> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Reads a key.
   *
   * @throws dev.meshsim.error.MeshException as {@link PublicJwk#fromJson} does
   */
  PublicJwk read(JsonNode jwk) {
    if (!isSmall(jwk)) {
      return PublicJwk.fromJson(jwk);
    }
    synchronized (known) {
      PublicJwk cached = known.get(jwk);
      if (cached != null) {
        return cached;
      }
    }
    PublicJwk read = PublicJwk.fromJson(jwk);
    synchronized (known) {
      known.put(jwk, read);
    }
    return read;
  }

  private static boolean isSmall(JsonNode jwk) {
    int octets = 0;
    for (JsonNode member : jwk.values()) {
      octets += member.isString() ? member.stringValue().length() : LONGEST;
    }
    return jwk.isObject() && jwk.size() <= MOST_MEMBERS && octets < LONGEST;
  }
}
