package dev.meshsim.files;

/** A claim on a name: no other claim succeeds until {@link #close}. */
public interface FileClaim extends AutoCloseable {

  /** Ends the claim and deletes its file. A second call does nothing. */
  @Override
  void close();
}
