package dev.meshsim.files;

import java.nio.ByteBuffer;

/**
 * An open file. Thread-safe as a {@link java.nio.channels.FileChannel} is: reads may run beside one
 * writer. Every method throws a {@link FilesException} when the disk fails. After a failed {@link
 * #force} every change is refused, since the content of the disk is unknown; octets that were
 * forced before can still be read.
 */
public interface DurableFile extends AutoCloseable {

  /** The size in octets. */
  long size();

  /**
   * Reads octets from {@code position} on.
   *
   * @return the number of octets; fewer than {@code target} has room for only at the end of the
   *     file
   */
  int read(ByteBuffer target, long position);

  /** Writes all that remains in {@code source} from {@code position} on. */
  void write(ByteBuffer source, long position);

  /** Cuts the file; durable after the next {@link #force}. */
  void truncate(long size);

  /** Returns when everything written is on the disk. */
  void force();

  /** Closes the file without forcing it. A second call does nothing. */
  @Override
  void close();
}
