package dev.meshsim.jose;

import dev.meshsim.jose.cipher.ContentEncryption;
import tools.jackson.databind.node.ObjectNode;

/** A recipient's key that recovers the content key of a message. */
interface KeyOpener {

  /**
   * Recovers the content key.
   *
   * @param header all header members that apply to the recipient
   * @param encryptedKey the wrapped content key; empty if absent
   * @param content the cipher of the content
   * @return the content key; the caller checks its length and clears it
   */
  byte[] open(ObjectNode header, byte[] encryptedKey, ContentEncryption content);
}
