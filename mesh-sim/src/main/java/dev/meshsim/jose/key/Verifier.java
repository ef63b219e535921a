package dev.meshsim.jose.key;

/** Checks signatures, or MACs, with one key. */
public interface Verifier {

  /** True if {@code signature} is over {@code input}; false whatever else is wrong with it. */
  boolean verify(byte[] input, byte[] signature);
}
