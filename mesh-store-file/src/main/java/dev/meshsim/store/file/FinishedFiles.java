package dev.meshsim.store.file;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.store.StoreException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A read-only view of a store's files as they will be when an interrupted commit is finished: its
 * staged files in the places of those that they replace, without the files that it removes.
 */
final class FinishedFiles implements DurableFiles {

  private final DurableFiles files;
  private final Map<Path, Path> staged = new HashMap<>();
  private final Set<Path> gone = new HashSet<>();

  /** The view after a plan of {@link Journal#pending}. */
  FinishedFiles(DurableFiles files, Layout layout, Journal.Plan plan) {
    this.files = files;
    gone.add(layout.path(Layout.JOURNAL));
    for (String name : plan.moves()) {
      Path fresh = layout.path(name + Journal.STAGED);
      if (!files.status(fresh).isAbsent()) {
        staged.put(layout.path(name), fresh);
        gone.add(fresh);
      }
    }
    plan.removes().forEach(name -> gone.add(layout.path(name)));
  }

  private Path now(Path path) {
    return staged.getOrDefault(path, path);
  }

  @Override
  public FileStatus status(Path path) {
    return gone.contains(path) ? FileStatus.absent() : files.status(now(path));
  }

  @Override
  public DurableFile openForReading(Path file) {
    status(file).require(FileStatus.Kind.FILE, file);
    return files.openForReading(now(file));
  }

  @Override
  public List<Path> list(Path directory) {
    Set<Path> names = new TreeSet<>(files.list(directory));
    staged.keySet().stream()
        .filter(file -> DurableFiles.directoryOf(file).equals(directory))
        .forEach(names::add);
    names.removeAll(gone);
    return List.copyOf(names);
  }

  @Override
  public void requireNotHeld(Path file) {
    files.requireNotHeld(file);
  }

  @Override
  public DurableFile create(Path file) {
    throw StoreException.readOnly(file.toString());
  }

  @Override
  public DurableFile open(Path file) {
    throw StoreException.readOnly(file.toString());
  }

  @Override
  public void move(Path from, Path to) {
    throw StoreException.readOnly(from.toString());
  }

  @Override
  public void delete(Path path) {
    throw StoreException.readOnly(path.toString());
  }

  @Override
  public void createDirectory(Path directory) {
    throw StoreException.readOnly(directory.toString());
  }

  @Override
  public void forceDirectory(Path directory) {
    throw StoreException.readOnly(directory.toString());
  }

  @Override
  public FileClaim claim(Path file) {
    throw StoreException.readOnly(file.toString());
  }
}
