package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;

/** Placeholder until the tolerant reader lands. */
public final class TolerantBase64 {

  private TolerantBase64() {}

  /** Decodes. */
  public static Bytes decode(String text) {
    String clean = text.replace('+', '-').replace('/', '_').replaceAll("[^A-Za-z0-9_-]", "");
    return Bytes.of(java.util.Base64.getUrlDecoder().decode(clean));
  }
}
