package dev.meshsim.json;

import tools.jackson.core.StreamReadConstraints;

/**
 * Limits on the JSON documents that are read. Each is far above anything the Mesh writes and low
 * enough that a hostile document cannot exhaust memory or the stack.
 */
public final class JsonLimits {

  /** The largest document, in octets. */
  public static final int DOCUMENT_OCTETS = 16 * 1024 * 1024;

  /** The deepest nesting of objects and arrays. */
  public static final int DEPTH = 64;

  /** The longest number, in characters. */
  public static final int NUMBER_CHARS = 40;

  /** The longest member name, in characters. */
  public static final int NAME_CHARS = 256;

  /** The most tokens in one document. */
  public static final long TOKENS = 2_000_000;

  private JsonLimits() {}

  /** The limits in Jackson's form. A string may be as long as the document. */
  public static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxDocumentLength(DOCUMENT_OCTETS)
        .maxStringLength(DOCUMENT_OCTETS)
        .maxNestingDepth(DEPTH)
        .maxNumberLength(NUMBER_CHARS)
        .maxNameLength(NAME_CHARS)
        .maxTokenCount(TOKENS)
        .build();
  }
}
