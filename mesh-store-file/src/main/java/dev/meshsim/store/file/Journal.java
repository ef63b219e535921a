package dev.meshsim.store.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.store.Failures;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An atomic commit of several files.
 *
 * <p>New content is written beside the old, under the name with {@value #STAGED} added, and forced.
 * Then {@code commit.json} is put there durably: it lists which of these files take the place of
 * the old and which files go. From that moment on the change is made, whatever happens: the files
 * are moved and deleted, their directories forced, and {@code commit.json} is deleted. When the
 * store is opened, a {@code commit.json} is carried out first; without one, staged files are
 * deleted.
 */
final class Journal {

  /** The ending of the name of a staged file, after the name of the file that it will replace. */
  static final String STAGED = ".new";

  private final DurableFiles files;
  private final Layout layout;
  private final Limits limits;

  Journal(DurableFiles files, Layout layout, Limits limits) {
    this.files = files;
    this.layout = layout;
    this.limits = limits;
  }

  /** The content of {@code commit.json}. */
  record Plan(
      @JsonProperty("Move") List<String> moves, @JsonProperty("Remove") List<String> removes) {

    Plan {
      if (moves == null || removes == null) {
        throw new IllegalArgumentException("the members Move and Remove are both needed");
      }
      moves = List.copyOf(moves);
      removes = List.copyOf(removes);
    }
  }

  /** Makes the changes; they are durable when this returns. */
  void commit(Map<String, byte[]> puts, Collection<String> removes) {
    puts.keySet().forEach(name -> requireFileOrNone(layout.path(name)));
    if (puts.size() == 1 && removes.isEmpty()) {
      // The replacement of one file is atomic by itself.
      puts.forEach((name, octets) -> files.replace(layout.path(name), octets));
      return;
    }
    puts.forEach(this::stage);
    force(puts.keySet());
    Plan plan = plan(puts, removes);
    files.replace(layout.path(Layout.JOURNAL), MeshJson.write(plan));
    finish(plan);
  }

  /**
   * Refuses a change that would make a file too large to be read again.
   *
   * @throws FileStoreException {@code store.file.too-large} if there is one; nothing was written
   */
  void requireRoom(Map<String, byte[]> puts, Collection<String> removes) {
    puts.forEach((name, octets) -> limits.require(layout, name, octets.length));
    limits.require(layout, Layout.JOURNAL, MeshJson.write(plan(puts, removes)).length());
  }

  private static Plan plan(Map<String, byte[]> puts, Collection<String> removes) {
    return new Plan(List.copyOf(puts.keySet()), List.copyOf(removes));
  }

  private void requireFileOrNone(Path file) {
    FileStatus status = files.status(file);
    if (!status.isAbsent()) {
      status.require(FileStatus.Kind.FILE, file);
    }
  }

  private void stage(String name, byte[] octets) {
    try (DurableFile open = files.create(layout.path(name + STAGED))) {
      open.write(ByteBuffer.wrap(octets), 0);
      open.force();
    }
  }

  private void finish(Plan plan) {
    requireOurs(plan);
    for (String name : plan.moves()) {
      Path staged = layout.path(name + STAGED);
      if (!files.status(staged).isAbsent()) {
        files.move(staged, layout.path(name));
      }
    }
    for (String name : plan.removes()) {
      if (!files.status(layout.path(name)).isAbsent()) {
        files.delete(layout.path(name));
      }
    }
    Set<String> names = new TreeSet<>(plan.moves());
    names.addAll(plan.removes());
    force(names);
    files.delete(layout.path(Layout.JOURNAL));
    files.forceDirectory(layout.root());
  }

  /** Refuses to move or delete anything but files, before the first is moved. */
  private void requireOurs(Plan plan) {
    Failures bad = new Failures();
    for (String name : plan.moves()) {
      Path staged = layout.path(name + STAGED);
      bad.attempt(() -> requireFileOrNone(staged));
      bad.attempt(() -> files.status(staged).requirePrivate(staged));
      bad.attempt(() -> requireFileOrNone(layout.path(name)));
    }
    plan.removes().forEach(name -> bad.attempt(() -> requireFileOrNone(layout.path(name))));
    bad.throwFirst();
  }

  private void force(Set<String> names) {
    names.stream()
        .map(name -> DurableFiles.directoryOf(layout.path(name)))
        .distinct()
        .forEach(files::forceDirectory);
  }

  /**
   * The plan of a commit that was interrupted after its {@code commit.json} was written, or null.
   *
   * @throws MeshException if {@code commit.json}, or a file that it names, is not one that this
   *     class writes; nothing was moved or deleted
   */
  @Nullable Plan pending() {
    Path journal = layout.path(Layout.JOURNAL);
    FileStatus status = files.status(journal);
    if (status.isAbsent()) {
      return null;
    }
    status.require(FileStatus.Kind.FILE, journal).requirePrivate(journal);
    Plan plan = read(journal);
    requireOurs(plan);
    return plan;
  }

  /** Carries out an interrupted commit, if there is one, and deletes staged files. */
  void recover(@Nullable Plan pending) {
    // From here on a power cut leaves the names seen now: new directories, files that an ended
    // process put in the place of others, a commit.json that is acted on, and the absence of one,
    // which would otherwise come back to the next change's files.
    files.forceDirectory(layout.root());
    Layout.DIRECTORIES.stream()
        .map(layout::path)
        .filter(each -> files.status(each).kind() == FileStatus.Kind.DIRECTORY)
        .forEach(files::forceDirectory);
    if (pending != null) {
      finish(pending);
    }
    leftFiles().forEach(files::delete);
  }

  /** The repairs that {@link #recover} would make, as failures; changes nothing. */
  List<MeshException> dueRepairs(@Nullable Plan pending) {
    List<MeshException> due = new ArrayList<>();
    Set<Path> staged = new HashSet<>();
    if (pending != null) {
      due.add(FileStoreException.interrupted(layout.path(Layout.JOURNAL)));
      pending.moves().forEach(name -> staged.add(layout.path(name + STAGED)));
    }
    leftFiles().stream()
        .filter(file -> !staged.contains(file))
        .forEach(file -> due.add(FileStoreException.unfinished(file)));
    return due;
  }

  private Plan read(Path journal) {
    Plan plan;
    try {
      plan = MeshJson.read(Bytes.of(files.read(journal, limits.json())), Plan.class);
    } catch (JsonException e) {
      throw FileStoreException.index(journal, "is not a list of changes: " + e.problem());
    }
    for (List<String> names : List.of(plan.moves(), plan.removes())) {
      for (String name : names) {
        String directory = Layout.directoryOf(name);
        boolean known = directory.isEmpty() || Layout.DIRECTORIES.contains(directory);
        String last = name.substring(directory.isEmpty() ? 0 : directory.length() + 1);
        if (!known || last.equals(Layout.JOURNAL) || !Layout.couldBeOurs(directory, last)) {
          throw FileStoreException.index(journal, "names a file that is not this store's");
        }
      }
    }
    return plan;
  }

  /** Files that were staged, or begun by {@link DurableFiles#replace}, but not moved. */
  private List<Path> leftFiles() {
    List<Path> left = new ArrayList<>();
    leftIn("", left);
    Layout.DIRECTORIES.forEach(directory -> leftIn(directory, left));
    return left;
  }

  private void leftIn(String directory, List<Path> left) {
    Path path = layout.path(directory);
    if (files.status(path).kind() != FileStatus.Kind.DIRECTORY) {
      return;
    }
    for (Path file : files.list(path)) {
      FileStatus status = files.status(file);
      if (isUnfinished(directory, file.getFileName().toString())
          && status.kind() == FileStatus.Kind.FILE
          && status.foreignOwner().isEmpty()
          && status.isPrivate()) {
        left.add(file);
      }
    }
  }

  /** True if an interrupted commit may have left a file of this name. */
  static boolean isUnfinished(String directory, String name) {
    for (String suffix : List.of(STAGED, DurableFiles.UNFINISHED)) {
      if (name.endsWith(suffix)) {
        String target = name.substring(0, name.length() - suffix.length());
        return Layout.couldBeOurs(directory, target);
      }
    }
    return false;
  }
}
