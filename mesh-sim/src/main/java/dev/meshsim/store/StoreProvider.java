package dev.meshsim.store;

/**
 * A kind of store that is chosen by its name: the common part of the providers of machine stores
 * and of portal stores. {@link StoreProviders} finds them.
 */
public interface StoreProvider {

  /** The name that a person chooses the kind by: lower-case letters and digits. */
  String name();

  /**
   * False if this kind needs something that is missing, for example a database server. Opening a
   * store then throws a {@link dev.meshsim.error.MeshException} that gives the reason.
   */
  default boolean available() {
    return true;
  }

  /** False if no files are kept below a store's root, which is then a mere name or ignored. */
  default boolean keepsFiles() {
    return true;
  }
}
