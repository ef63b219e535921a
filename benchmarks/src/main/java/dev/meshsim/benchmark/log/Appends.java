package dev.meshsim.benchmark.log;

import dev.meshsim.benchmark.ScratchDirectory;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The fixtures of the benchmarks of durable appends: a store, and a bare file. */
public final class Appends {

  private static final Instant NOW = World.seeded(1).now();
  private static final Bytes TEXT = Bytes.utf8("{\"Account\":{\"a\":\"" + "x".repeat(300) + "\"}}");

  private Appends() {}

  private static PortalStore open(String kind, Path directory) {
    return PortalStores.named(kind).open(directory, World.seeded(1), line -> {});
  }

  private static long put(PortalStore store, long number) {
    Change change =
        Change.create(LogName.PORTAL, "Account$" + (1_000_000 + number), List.of(), TEXT, NOW);
    return store.transact(
        tx -> {
          tx.put(change);
          return number;
        });
  }

  /** A store to which any number of threads may append. */
  @SuppressWarnings("NullAway.Init") // JMH calls open first
  @State(Scope.Benchmark)
  public static class Store {

    /** The kind of store. */
    @Param({"jlog", "h2"})
    public String store;

    private final AtomicLong next = new AtomicLong();
    private ScratchDirectory scratch;
    private PortalStore opened;

    /** Opens an empty one. */
    @Setup
    public void open() throws IOException {
      scratch = new ScratchDirectory();
      opened = Appends.open(store, scratch.path());
    }

    /** Appends a record in a transaction of its own; returns when it is on the disk. */
    long append() {
      return put(opened, next.incrementAndGet());
    }

    /** Removes it. */
    @TearDown
    public void close() throws IOException {
      opened.close();
      scratch.close();
    }
  }

  /** A bare file, and the octets of one record in the log's form. */
  @SuppressWarnings("NullAway.Init") // JMH calls open first
  @State(Scope.Thread)
  public static class Raw {

    private ScratchDirectory scratch;
    private FileChannel file;
    private ByteBuffer line;

    /** Opens an empty one. */
    @Setup
    public void open() throws IOException {
      scratch = new ScratchDirectory();
      try (PortalStore store = Appends.open("jlog", scratch.path())) {
        put(store, 0);
      }
      List<String> lines = Files.readAllLines(scratch.path().resolve(LogName.PORTAL.fileName()));
      byte[] octets = (lines.get(1) + "\n").getBytes(StandardCharsets.UTF_8);
      line = ByteBuffer.allocateDirect(octets.length).put(octets);
      file =
          FileChannel.open(
              scratch.path().resolve("raw"),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
    }

    /** Writes and forces the octets once. */
    int append() throws IOException {
      int written = file.write(line.flip());
      file.force(false);
      return written;
    }

    /** Removes it. */
    @TearDown
    public void close() throws IOException {
      file.close();
      scratch.close();
    }
  }
}
