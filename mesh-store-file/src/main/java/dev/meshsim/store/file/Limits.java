package dev.meshsim.store.file;

import dev.meshsim.json.JsonLimits;

/**
 * How many octets the files of a store may have. What has more is not written, so that whatever was
 * acknowledged can be read again.
 *
 * @param json of {@code profiles.json}, {@code commit.json}, a profile or a request
 * @param key of one half of a key
 */
record Limits(int json, int key) {

  /** As much as is read of any JSON, and several times the longest key. */
  static final Limits USUAL = new Limits(JsonLimits.DOCUMENT_OCTETS, 64 * 1024);

  /** Refuses octets that would not be read again as the file of a name. */
  void require(Layout layout, String name, int octets) {
    int limit = Layout.directoryOf(name).equals(Layout.KEYS) ? key : json;
    if (octets > limit) {
      throw FileStoreException.tooLarge(layout.path(name), octets, limit);
    }
  }
}
