package dev.meshsim.files;

/** A name that this process has for itself until {@link #close}. */
public interface FileClaim extends AutoCloseable {

  /** Gives the name up and deletes its file. A second call does nothing. */
  @Override
  void close();
}
