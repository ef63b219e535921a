package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.layout.Block;

/**
 * An example before it is folded.
 *
 * @param named the message or exchange that it is of
 * @param part the JSON Pointer; empty for a whole message
 * @param file the name of the file of the exact octets
 * @param exact the exact octets
 * @param type the type of the block
 * @param text the text to fold
 * @param change what the text changes against the exact octets
 */
record Example(
    Named named,
    String part,
    String file,
    Bytes exact,
    Block.Type type,
    String text,
    IndexEntry.Change change) {

  /** The octets in base64url, for a text that no document can show. */
  Example asBase64Url() {
    return new Example(
        named, part, file, exact, Block.Type.TEXT, exact.base64Url(), IndexEntry.Change.BASE64URL);
  }
}
