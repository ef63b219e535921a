package dev.meshsim.jose;

import dev.meshsim.jose.cipher.ContentEncryption;
import tools.jackson.databind.node.ObjectNode;

/** Gets a message's content key back with one recipient's key. */
interface KeyOpener {

  /**
   * Opens.
   *
   * @param header all header members that apply to the recipient
   * @param encryptedKey empty if there is none
   * @param content what the key is for
   * @return the key, which the caller clears and whose length the caller checks
   */
  byte[] open(ObjectNode header, byte[] encryptedKey, ContentEncryption content);
}
