package dev.meshsim.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kind of store that is chosen by its name: the common part of the providers of machine stores
 * and of portal stores. {@link StoreProviders} finds them.
 *
 * <p>A simulated run empties the stores of the run before it. The methods for that know test data
 * only, follow no symbolic link and leave foreign files in their place. A provider that keeps files
 * overrides {@link #makes} and {@link #requireClosed}; until it does, its files count as foreign.
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

  /**
   * True if a store of test data makes a file or directory of this name. Judges the name, not the
   * content; the file need not exist.
   *
   * @param name relative to the store's root, at least one element
   */
  default boolean makes(Path name) {
    return false;
  }

  /**
   * The first path below a store's root that no store of test data makes: production data, a name
   * that this kind does not use, or anything but a file or directory. Empty if there is none.
   *
   * @param root the store's root; it may be absent
   */
  default Optional<Path> firstForeign(Path root) {
    return OwnFiles.firstForeign(this, root);
  }

  /**
   * Refuses a store of test data that is open, in this process or another. Changes nothing.
   *
   * @param root the store's root; it may be absent
   * @throws dev.meshsim.files.FilesException.FileLocked if the store is open
   */
  default void requireClosed(Path root) {}

  /**
   * Removes the test data of a simulated machine or portal: the files that this kind makes below
   * the root, and the data that it keeps elsewhere, for example on a server. The root itself stays.
   *
   * @param root the store's root; it may be absent, and the store is not open
   */
  default void discard(Path root) {
    OwnFiles.delete(this, root);
  }
}
