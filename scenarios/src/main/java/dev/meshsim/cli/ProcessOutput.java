package dev.meshsim.cli;

import dev.meshsim.error.IoReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard stream of the process that remembers its first failure, which PrintStream hides. */
final class ProcessOutput extends OutputStream {

  private final OutputStream out;
  private @Nullable IOException failure;

  ProcessOutput(FileDescriptor descriptor) {
    this(new FileOutputStream(descriptor));
  }

  ProcessOutput(OutputStream out) {
    this.out = out;
  }

  /** A stream that encodes text as UTF-8 and writes every line at once. */
  PrintStream printer() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  /** The reason of the first failure; empty if everything was written. */
  Optional<String> failure() {
    return Optional.ofNullable(failure).map(IoReason::of);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }
}
