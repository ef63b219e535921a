package dev.meshsim.transparency.note;

import java.util.Arrays;
import java.util.Optional;

/** The types of note keys that are read here, with their octets in C2SP signed-note. */
public enum KeyType {
  /** Ed25519 over the text of the note. */
  ED25519(1, 64),
  /** Ed25519 over a text and a time: the cosignature of a witness. */
  COSIGNATURE(4, 72);

  private final int octet;
  private final int signatureOctets;

  KeyType(int octet, int signatureOctets) {
    this.octet = octet;
    this.signatureOctets = signatureOctets;
  }

  int octet() {
    return octet;
  }

  int signatureOctets() {
    return signatureOctets;
  }

  static Optional<KeyType> of(int octet) {
    return Arrays.stream(values()).filter(type -> type.octet == octet).findFirst();
  }
}
