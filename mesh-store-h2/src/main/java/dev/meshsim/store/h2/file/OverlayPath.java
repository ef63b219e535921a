package dev.meshsim.store.h2.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that reads the disk and changes nothing: what H2 writes to a file stays in
 * memory and is forgotten when the file is closed. H2 can thus recover a database that was not
 * closed, on a read-only medium too. A name is {@code look:} and the path.
 */
public final class OverlayPath extends FilePathWrapper {

  private static final String SCHEME = "look";

  static {
    FilePath.register(new OverlayPath());
  }

  /** For H2, which makes paths of the registered class by reflection. */
  public OverlayPath() {}

  /**
   * The beginning of the names, for the address of a database. A call makes the file system known
   * to H2, which a constant would not.
   */
  public static String prefix() {
    return SCHEME + ":";
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return OverlayChannel.open(Path.of(unwrap().toString()));
  }

  /** True, since the overlay takes the writes. */
  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public boolean createFile() {
    throw refusal();
  }

  @Override
  public void createDirectory() {
    throw refusal();
  }

  @Override
  public void delete() {
    throw refusal();
  }

  @Override
  public void moveTo(FilePath target, boolean atomicReplace) {
    throw refusal();
  }

  @Override
  public OutputStream newOutputStream(boolean append) {
    throw refusal();
  }

  @Override
  public boolean setReadOnly() {
    throw refusal();
  }

  private IllegalStateException refusal() {
    return new IllegalStateException("H2 was to change nothing but the database file: " + name);
  }
}
