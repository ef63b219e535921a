package dev.meshsim.log.jlog;

import dev.meshsim.files.DurableFile;
import java.nio.ByteBuffer;

/** The content of a log that is not there: no octets, and no place to write any. */
enum AbsentFile implements DurableFile {
  INSTANCE;

  @Override
  public long size() {
    return 0;
  }

  @Override
  public int read(ByteBuffer target, long position) {
    return 0;
  }

  @Override
  public void write(ByteBuffer source, long position) {
    throw new IllegalStateException("the log was not made yet");
  }

  @Override
  public void truncate(long size) {
    throw new IllegalStateException("the log was not made yet");
  }

  @Override
  public void force() {
    throw new IllegalStateException("the log was not made yet");
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
