package dev.meshsim.jose.key;

/** A verifier of signatures or MACs under one key. */
public interface Verifier {

  /** True if {@code signature} is valid for {@code input}; false if it is malformed too. */
  boolean verify(byte[] input, byte[] signature);
}
