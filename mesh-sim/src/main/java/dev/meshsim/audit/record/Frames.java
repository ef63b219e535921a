package dev.meshsim.audit.record;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A reader that splits a log of any form into frames and resumes after damage. */
public sealed interface Frames permits LogFrames, ContainerFrames {

  /**
   * The next frame, or null after the last.
   *
   * @throws IOException if the stream cannot be read
   */
  @Nullable Frame next() throws IOException;

  /** The number of octets scanned so far, for tests that count work. */
  long octetsScanned();

  /**
   * Opens a reader of {@code in}, which the caller closes: text of any year or a container of 2018.
   *
   * @throws IOException if the stream cannot be read
   */
  static Frames of(InputStream in) throws IOException {
    FrameBuffer buffer = new FrameBuffer(in);
    buffer.reach(ContainerFrames.TELLING);
    return ContainerFrames.begins(buffer) ? new ContainerFrames(buffer) : new LogFrames(buffer);
  }
}
