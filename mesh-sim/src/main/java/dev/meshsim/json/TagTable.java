package dev.meshsim.json;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a sealed hierarchy: the simple names of its records. */
final class TagTable {

  private TagTable() {}

  static Map<String, Class<?>> of(Class<?> base) {
    Map<String, Class<?>> tags = new TreeMap<>();
    collect(base, tags);
    return Collections.unmodifiableMap(tags);
  }

  private static void collect(Class<?> type, Map<String, Class<?>> tags) {
    if (!type.isInterface()) {
      tags.put(type.getSimpleName(), type);
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted != null) {
      for (Class<?> subtype : permitted) {
        collect(subtype, tags);
      }
    }
  }
}
