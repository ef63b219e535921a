package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileStatus;
import dev.meshsim.sim.disk.SimulatedCrash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;

/**
 * H2's files on a {@link DurableFiles}: a name is {@code mesh:NUMBER:/path}, where the number tells
 * which disk it is. So one fault layer is under every store, this one too.
 */
public final class LayeredPath extends FilePath {

  private static final String SCHEME = "mesh";

  /** A test uses a few disks at a time; a crash test makes thousands, one after the other. */
  private static final int LATEST = 16;

  private static final Map<String, DurableFiles> DISKS =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DurableFiles> eldest) {
              return size() > LATEST;
            }
          });

  private static final AtomicInteger COUNT = new AtomicInteger();

  private LayeredPath(String name) {
    this.name = name;
  }

  /** Makes a disk known to H2, and forgets the oldest; returns the beginning of its names. */
  public static String layerOver(DurableFiles files) {
    FilePath.register(new LayeredPath(SCHEME + ":"));
    String prefix = SCHEME + ":" + COUNT.incrementAndGet() + ":";
    DISKS.put(prefix, files);
    return prefix;
  }

  private int pathAt() {
    return name.indexOf(':', SCHEME.length() + 1) + 1;
  }

  private DurableFiles files() {
    DurableFiles files = DISKS.get(name.substring(0, pathAt()));
    if (files == null) {
      throw new IllegalStateException("the disk of " + name + " is gone");
    }
    return files;
  }

  private Path path() {
    return Path.of(name.substring(pathAt()));
  }

  private LayeredPath sibling(Path path) {
    return new LayeredPath(name.substring(0, pathAt()) + path);
  }

  private FileStatus status() {
    try {
      return files().status(path());
    } catch (SimulatedCrash e) {
      throw new IllegalStateException("the process has ended", e);
    }
  }

  @Override
  public long size() {
    return status().octets();
  }

  @Override
  public void moveTo(FilePath target, boolean atomicReplace) {
    files().move(path(), ((LayeredPath) target).path());
  }

  @Override
  public boolean createFile() {
    if (exists()) {
      return false;
    }
    files().create(path()).close();
    return true;
  }

  @Override
  public boolean exists() {
    return !status().isAbsent();
  }

  @Override
  public void delete() {
    if (exists()) {
      files().delete(path());
    }
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    return files().list(path()).stream().map(path -> (FilePath) sibling(path)).toList();
  }

  @Override
  public FilePath toRealPath() {
    return sibling(path().normalize());
  }

  @Override
  public FilePath getParent() {
    Path parent = path().getParent();
    return parent == null ? null : sibling(parent);
  }

  @Override
  public boolean isDirectory() {
    return status().kind() == FileStatus.Kind.DIRECTORY;
  }

  @Override
  public boolean isRegularFile() {
    return status().kind() == FileStatus.Kind.FILE;
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public long lastModified() {
    return 0;
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public void createDirectory() {
    files().createDirectory(path());
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    try {
      if (!exists()) {
        files().create(path()).close();
      }
      return new LayeredChannel(files().open(path()));
    } catch (MeshException e) {
      throw new IOException(e);
    }
  }

  @Override
  public InputStream newInputStream() throws IOException {
    return Channels.newInputStream(open("r"));
  }

  @Override
  public boolean setReadOnly() {
    return false;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FilePath getPath(String path) {
    return new LayeredPath(path);
  }
}
