package dev.meshsim.store.file;

import dev.meshsim.json.JsonLimits;

/**
 * The largest sizes of a store's files, in octets. A larger file is never written, so that all
 * acknowledged data can be read again.
 *
 * @param json of {@code profiles.json}, {@code commit.json}, a profile or a request
 * @param key of one half of a key
 */
record Limits(int json, int key) {

  /** The limit of the JSON reader, and several times the longest key. */
  static final Limits USUAL = new Limits(JsonLimits.DOCUMENT_OCTETS, 64 * 1024);

  /** Refuses a file that is too large to be read again. */
  void require(Layout layout, String name, int octets) {
    int limit = Layout.directoryOf(name).equals(Layout.KEYS) ? key : json;
    if (octets > limit) {
      throw FileStoreException.tooLarge(layout.path(name), octets, limit);
    }
  }
}
