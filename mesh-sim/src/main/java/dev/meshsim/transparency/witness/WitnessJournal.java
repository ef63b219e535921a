package dev.meshsim.transparency.witness;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FilesException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last cosigned checkpoints of a witness, in a file: a line of JSON that names its key, then
 * one for each cosigned checkpoint; the last of a log counts. Lines of several threads are forced
 * together. When most lines are old ones, the file is written anew. A line that was cut at the end
 * of the file was never answered, and is dropped on opening. Thread-safe.
 */
public final class WitnessJournal implements WitnessStore {

  private static final int LEAST_TO_COMPACT = 1024 * 1024;
  private static final int OLD_SHARE = 4;
  private static final int MOST_OCTETS = Integer.MAX_VALUE - 64;

  /** The first line. */
  record Head(@JsonProperty("Key") String key) {}

  /** A cosigned checkpoint. */
  record Line(@JsonProperty("Checkpoint") String checkpoint) {}

  private final Path path;
  private final DurableFiles files;
  private final NoteKey key;
  private final FileClaim claim;
  private final Map<String, Note> latest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private DurableFile file;
  private long size;
  private long nextLook = LEAST_TO_COMPACT;
  private List<Entry> gathered = new ArrayList<>();
  private long batch;
  private long durable;
  private boolean writing;
  private @Nullable MeshException failure;

  /** A checkpoint on its way to the file. */
  private record Entry(String origin, Note cosigned) {

    Bytes line() {
      return WitnessJournal.line(new Line(cosigned.octets().utf8()));
    }
  }

  private WitnessJournal(
      Path path,
      DurableFiles files,
      NoteKey key,
      FileClaim claim,
      Map<String, Note> latest,
      DurableFile file) {
    this.path = path;
    this.files = files;
    this.key = key;
    this.claim = claim;
    this.latest = new ConcurrentHashMap<>(latest);
    this.file = file;
    this.size = file.size();
  }

  /**
   * Makes the file of a new witness.
   *
   * @throws FilesException {@code files.exists} if there is one
   */
  public static void create(Path path, NoteKey key, DurableFiles files) {
    if (!files.status(path).isAbsent()) {
      throw FilesException.exists(path, null);
    }
    files.replace(path, head(key));
  }

  /**
   * Opens the file of a witness, which is this process's own until it is closed.
   *
   * @throws TransparencyException {@code transparency.witness-lost} if it is not there, is damaged
   *     or is of another witness
   * @throws FilesException.FileLocked if another process has it
   */
  public static WitnessJournal open(Path path, NoteKey key, DurableFiles files) {
    if (files.status(path).isAbsent()) {
      throw TransparencyException.witnessLost(key.name(), "there is no file " + path);
    }
    FileClaim claim = files.claim(path.resolveSibling(path.getFileName() + ".lock"));
    WitnessJournal opened = null;
    try {
      opened = open(path, key, files, claim);
      return opened;
    } finally {
      if (opened == null) {
        claim.close();
      }
    }
  }

  private static WitnessJournal open(Path path, NoteKey key, DurableFiles files, FileClaim claim) {
    byte[] octets = files.read(path, MOST_OCTETS);
    int end = octets.length;
    while (end > 0 && octets[end - 1] != '\n') {
      end--;
    }
    Map<String, Note> latest = new LinkedHashMap<>();
    int number = 0;
    for (int from = 0; from < end; ) {
      int to = from;
      while (octets[to] != '\n') {
        to++;
      }
      number++;
      Bytes line = Bytes.of(octets, from, to);
      if (number == 1) {
        requireOf(key, path, line);
      } else {
        Note note = note(key, path, number, line);
        latest.put(Checkpoint.claimedOrigin(note), note);
      }
      from = to + 1;
    }
    if (number == 0) {
      throw TransparencyException.witnessLost(key.name(), path + " has no whole line");
    }
    latest.forEach((origin, note) -> requireCosigned(key, path, note));
    DurableFile file = files.open(path);
    if (end < octets.length) {
      file.truncate(end);
    }
    // A process that was killed may have written what was never forced, the name included.
    file.force();
    files.forceDirectory(DurableFiles.directoryOf(path));
    return new WitnessJournal(path, files, key, claim, latest, file);
  }

  private static void requireOf(NoteKey key, Path path, Bytes line) {
    String found;
    try {
      found = MeshJson.read(line, Head.class).key();
    } catch (MeshException e) {
      throw TransparencyException.witnessLost(
          key.name(), path + " does not begin with a line that names a key");
    }
    if (!key.text().equals(found)) {
      throw TransparencyException.witnessLost(key.name(), path + " is of the key " + found);
    }
  }

  private static Note note(NoteKey key, Path path, int number, Bytes line) {
    try {
      Note note = Note.parse(Bytes.utf8(MeshJson.read(line, Line.class).checkpoint()));
      Checkpoint.verified(note);
      return note;
    } catch (MeshException | NullPointerException e) {
      throw TransparencyException.witnessLost(
          key.name(), "line " + number + " of " + path + " is no checkpoint");
    }
  }

  private static void requireCosigned(NoteKey key, Path path, Note note) {
    try {
      note.verify(List.of(key));
    } catch (TransparencyException e) {
      throw TransparencyException.witnessLost(
          key.name(),
          "the last checkpoint of "
              + Quote.brief(Checkpoint.claimedOrigin(note))
              + " in "
              + path
              + " is not one that it has cosigned");
    }
  }

  private static Bytes head(NoteKey key) {
    return line(new Head(key.text()));
  }

  private static Bytes line(Object value) {
    return Bytes.utf8(MeshJson.write(value).utf8() + "\n");
  }

  @Override
  public Optional<Note> latest(String origin) {
    return Optional.ofNullable(latest.get(origin));
  }

  @Override
  public void put(String origin, Note cosigned) {
    lock.lock();
    try {
      requireWorking();
      gathered.add(new Entry(origin, cosigned));
      long mine = batch;
      while (durable <= mine) {
        requireWorking();
        if (writing) {
          written.awaitUninterruptibly();
        } else {
          writeGathered();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes and forces all gathered lines; the lock is free in the meantime. */
  private void writeGathered() {
    List<Entry> entries = gathered;
    gathered = new ArrayList<>();
    batch++;
    writing = true;
    lock.unlock();
    MeshException failed = null;
    try {
      write(entries);
    } catch (MeshException e) {
      failed = e;
    } finally {
      lock.lock();
    }
    writing = false;
    failure = failed;
    if (failed == null) {
      durable = batch;
    }
    written.signalAll();
  }

  private void write(List<Entry> entries) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    entries.forEach(entry -> all.writeBytes(entry.line().toArray()));
    file.write(ByteBuffer.wrap(all.toByteArray()), size);
    file.force();
    size += all.size();
    entries.forEach(entry -> latest.put(entry.origin(), entry.cosigned()));
    if (size >= nextLook) {
      compact();
    }
  }

  /** Writes the file anew if most of its lines are old ones. */
  private void compact() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head(key).toArray());
    latest.forEach((origin, note) -> all.writeBytes(new Entry(origin, note).line().toArray()));
    if (size >= (long) OLD_SHARE * all.size()) {
      file.close();
      files.replace(path, all.toByteArray());
      file = files.open(path);
      size = all.size();
    }
    nextLook = Math.max(LEAST_TO_COMPACT, (long) OLD_SHARE * all.size());
  }

  private void requireWorking() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      while (writing) {
        written.awaitUninterruptibly();
      }
      file.close();
      claim.close();
    } finally {
      lock.unlock();
    }
  }
}
