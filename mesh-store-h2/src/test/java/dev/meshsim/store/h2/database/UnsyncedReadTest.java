package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.store.h2.CrashRun;
import dev.meshsim.store.h2.LayeredPath;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.world.World;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** H2 shows a commit before it is on the disk; nobody may be told what could still be lost. */
class UnsyncedReadTest {

  /** The hook that runs before the next force, or instead of it. */
  @FunctionalInterface
  private interface Hook {
    void run() throws IOException;
  }

  private static final Hook NOTHING = () -> {};

  private final AtomicReference<Hook> beforeForce = new AtomicReference<>(NOTHING);

  @Test
  void aReadWaitsUntilWhatItSawIsOnTheDisk() throws Exception {
    try (SqlStore store = open()) {
      FutureTask<Long> read = reading(store);
      AtomicReference<Thread.State> whileUnsynced = new AtomicReference<>();
      beforeForce.set(() -> whileUnsynced.set(startAndSettle(read)));
      assertTrue(store.write((session, head) -> head.next() > 0));
      assertEquals(1, read.get(), "it saw the change");
      assertEquals(Thread.State.WAITING, whileUnsynced.get(), "and did not say so before");
    }
  }

  @Test
  void aReadThatSawWhatIsThenLostIsToldSo() throws Exception {
    try (SqlStore store = open()) {
      FutureTask<Long> read = reading(store);
      beforeForce.set(
          () -> {
            startAndSettle(read);
            throw new IOException("the disk is gone");
          });
      assertThrows(
          LostChangeException.class, () -> store.write((session, head) -> head.next() > 0));
      ExecutionException e = assertThrows(ExecutionException.class, read::get);
      assertInstanceOf(LostChangeException.class, e.getCause());
    }
  }

  private SqlStore open() {
    DurableFiles files = watching(DurableFiles.class, FaultyFiles.sound(CrashRun.ROOT));
    String layer = LayeredPath.layerOver(files);
    H2File file = new H2File(CrashRun.ROOT, "portal", files, layer, H2Settings.SYNCED);
    return file.open(Schema.PORTAL, "portal", World.seeded(1).stream("p", "retry"));
  }

  /** A read to be started; one like it has been made, so that it has its connection. */
  private static FutureTask<Long> reading(SqlStore store) {
    store.read((session, snapshot) -> snapshot);
    return new FutureTask<>(() -> store.read((session, snapshot) -> snapshot));
  }

  /** Starts a read on a thread of its own; its state when it waits or has ended. */
  private Thread.State startAndSettle(FutureTask<Long> read) {
    beforeForce.set(NOTHING);
    Thread reader = new Thread(read);
    reader.start();
    while (reader.getState() != Thread.State.WAITING && !read.isDone()) {
      Thread.onSpinWait();
    }
    return reader.getState();
  }

  /** A wrapper whose files run a hook before {@code force}. */
  private <T> T watching(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (type == DurableFile.class && method.getName().equals("force")) {
                beforeForce.get().run();
              }
              Object result = method.invoke(target, arguments);
              return result instanceof DurableFile opened
                  ? watching(DurableFile.class, opened)
                  : result;
            });
    return type.cast(proxy);
  }
}
