package dev.meshsim.store.file;

import dev.meshsim.json.JsonLimits;

/**
 * How many octets the files of a store may have.
 *
 * @param json of {@code profiles.json}, {@code commit.json}, a profile or a request
 * @param key of one half of a key
 */
record Limits(int json, int key) {

  /** As much as is read of any JSON, and several times the longest key. */
  static final Limits USUAL = new Limits(JsonLimits.DOCUMENT_OCTETS, 64 * 1024);
}
