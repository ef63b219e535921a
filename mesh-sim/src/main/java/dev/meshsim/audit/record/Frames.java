package dev.meshsim.audit.record;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a log into its records, and resumes after damage; whatever a record looks like in it. */
public sealed interface Frames permits LogFrames, ContainerFrames {

  /**
   * The next frame, or null after the last.
   *
   * @throws IOException if the stream does
   */
  @Nullable Frame next() throws IOException;

  /** How many octets were looked at, for tests that count work. */
  long octetsScanned();

  /**
   * Reads {@code in}, which stays the caller's to close: text of any year, or a container of 2018.
   *
   * @throws IOException if the stream does
   */
  static Frames of(InputStream in) throws IOException {
    FrameBuffer buffer = new FrameBuffer(in);
    buffer.reach(ContainerFrames.TELLING);
    return ContainerFrames.begins(buffer) ? new ContainerFrames(buffer) : new LogFrames(buffer);
  }
}
