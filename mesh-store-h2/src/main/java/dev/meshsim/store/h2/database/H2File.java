package dev.meshsim.store.h2.database;

import dev.meshsim.files.DurableFile;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FileClaim;
import dev.meshsim.files.FileStatus;
import dev.meshsim.store.h2.file.FileClaims;
import dev.meshsim.store.h2.file.H2Settings;
import dev.meshsim.store.h2.file.OverlayPath;
import dev.meshsim.world.RandomStream;
import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * An H2 database in a directory of its own: {@code NAME.mv.db}, mode 0600. A new one is made under
 * another name, forced, and renamed, so that a crash never leaves a file without tables.
 *
 * @param layer the file system of H2 that is used: {@code retry:}, which reopens a file that Java
 *     closed because a thread was interrupted, or one that injects faults in a test
 * @param settings the durability of commits
 */
public record H2File(
    Path directory, String name, DurableFiles files, String layer, H2Settings settings) {

  private static final String SUFFIX = ".mv.db";
  private static final String CLAIM = ".lock";

  /** The end of every name that H2 or this class makes, after the database's name and a dot. */
  private static final Pattern ENDING = Pattern.compile("(\\.[A-Za-z0-9-]+)+");

  /** The cache of H2 may fill the heap divided by this number; it grows as data is read. */
  private static final int CACHE_SHARE = 4;

  /** Switches off: new databases, trace files, and closing by H2 itself at the end of the JVM. */
  private static final String QUIET =
      ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  private static final int H2_WANTS_TO_WRITE = 90097;
  private static final String NO_TABLES = "it has no tables, which are there from the beginning";
  private static final String TABLES =
      "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'SCHEMA_VERSION'";

  private static final String MACHINE_STATE = "SELECT last_change FROM store_state";
  private static final String SET_MACHINE_STATE = "UPDATE store_state SET last_change = ?";
  private static final String MACHINE_RECORDS =
      "SELECT id, kind, hash, name, content FROM machine_record ORDER BY id";
  private static final String ADD_MACHINE_RECORD =
      "INSERT INTO machine_record (id, kind, hash, name, content) VALUES (?, ?, ?, ?, ?)";

  /** A database on the real disk with full durability. */
  public static H2File real(Path directory, String name) {
    Path absolute = directory.toAbsolutePath().normalize();
    return new H2File(absolute, name, DurableFiles.real(), "retry:", H2Settings.SYNCED);
  }

  /** True if the database is there; one that was never finished has another name. */
  public boolean isThere() {
    return !files.status(directory.resolve(name + SUFFIX)).isAbsent();
  }

  /**
   * True if a database of that name makes a file of this name: itself, an unfinished one, its
   * claim, or a temporary file of H2.
   *
   * @param file relative to the directory
   */
  public static boolean makes(String name, Path file) {
    String text = file.toString();
    return text.startsWith(name) && ENDING.matcher(text.substring(name.length())).matches();
  }

  /**
   * Refuses a database that is open.
   *
   * @throws dev.meshsim.files.FilesException.FileLocked if it is
   */
  public void requireClosed() {
    files.requireUnclaimed(directory.resolve(name + CLAIM));
  }

  /** Opens it, and makes it first if it is not there. */
  public SqlStore open(Schema schema, String content, RandomStream random) {
    requirePlain();
    makeDirectory(directory);
    requirePrivate(schema);
    FileClaim claim = files.claim(directory.resolve(name + CLAIM));
    boolean opened = false;
    try {
      Path file = directory.resolve(name + SUFFIX);
      if (files.status(file).isAbsent()) {
        make(schema, content, file);
      }
      files.status(file).require(FileStatus.Kind.FILE, file).requirePrivate(file);
      requireWritable(file);
      requireWhole(file);
      Erasure erasure =
          schema.secret() ? new Erasure(() -> rewrite(schema, content, file)) : Erasure.NONE;
      SqlStore store = new SqlStore(database(name), schema, content, random, claim::close, erasure);
      opened = true;
      return store;
    } catch (SQLException e) {
      throw DatabaseException.failed(place(), "open it", e);
    } finally {
      if (!opened) {
        claim.close();
      }
    }
  }

  /**
   * Opens an existing database to read it. Its file is not changed: H2 writes to memory what it
   * would repair.
   */
  public SqlStore openForReading(Schema schema, String content, RandomStream random) {
    requirePlain();
    files.status(directory).require(FileStatus.Kind.DIRECTORY, directory);
    requirePrivate(schema);
    requireNotHeld();
    Path file = directory.resolve(name + SUFFIX);
    files.status(file).require(FileStatus.Kind.FILE, file).requirePrivate(file);
    H2File look = new H2File(directory, name, files, OverlayPath.prefix(), settings);
    boolean opened = false;
    try {
      look.requireWhole(file);
      SqlStore store = new SqlStore(look.database(name), schema, content, random, () -> {});
      try {
        // A process that opened it meanwhile may have changed what was read.
        requireNotHeld();
        opened = true;
        return store;
      } finally {
        if (!opened) {
          store.close();
        }
      }
    } catch (SQLException e) {
      throw DatabaseException.failed(place(), "open it", e);
    }
  }

  private void requireNotHeld() {
    files.requireNotHeld(directory.resolve(name + CLAIM));
  }

  /** Refuses, without writing, a file that is no H2 database, or not all of one. */
  private void requireWhole(Path file) throws SQLException {
    H2Header.require(files, file);
    String missing = FileClaims.missing(files, file, layer + file);
    if (missing != null) {
      throw DatabaseException.incomplete(place(), missing);
    }
    requireTables();
  }

  private void make(Schema schema, String content, Path file) throws SQLException {
    make(schema, content, file, fresh -> {});
  }

  /** H2 leaves the octets of deleted rows in its file until it needs the room. */
  private void rewrite(Schema schema, String content, Path file) throws SQLException {
    make(
        schema,
        content,
        file,
        fresh -> {
          try (Session from = database(name).connectToSnapshots();
              Session to = fresh.connect()) {
            from.copyTo(to, MACHINE_STATE, SET_MACHINE_STATE);
            from.copyTo(to, MACHINE_RECORDS, ADD_MACHINE_RECORD);
            to.commit();
            fresh.force(to);
            to.commit();
          }
        });
  }

  /** Fills a new database. */
  private interface Filling {
    void fill(Database fresh) throws SQLException;
  }

  private void make(Schema schema, String content, Path file, Filling filling) throws SQLException {
    String unfinished = name + ".new";
    Path fresh = directory.resolve(unfinished + SUFFIX);
    if (!files.status(fresh).isAbsent()) {
      files.delete(fresh);
    }
    // H2 takes an empty file for a new database and keeps its mode.
    files.create(fresh).close();
    schema.apply(database(unfinished), content);
    filling.fill(database(unfinished));
    try (DurableFile whole = files.open(fresh)) {
      whole.force();
    }
    files.move(fresh, file);
    files.forceDirectory(directory);
  }

  /** Refuses a read-only file, which H2 would open, failing at the first change. */
  private void requireWritable(Path file) {
    files.open(file).close();
  }

  /**
   * Checks, without writing, that there are tables: H2 takes a file that is damaged after its
   * header for an empty database, and would overwrite it.
   */
  private void requireTables() throws SQLException {
    String url = "jdbc:h2:" + layer + directory.resolve(name) + ";ACCESS_MODE_DATA=r" + QUIET;
    Database database = new Database(place(), url, user(), null, false);
    try (Session session = database.connect()) {
      if (session.number(TABLES) == 0) {
        throw DatabaseException.notH2(place(), NO_TABLES);
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_WANTS_TO_WRITE) {
        throw DatabaseException.notH2(place(), NO_TABLES);
      }
      throw e;
    }
  }

  private static Properties user() {
    Properties user = new Properties();
    user.setProperty("user", "mesh");
    user.setProperty("password", "");
    return user;
  }

  private Database database(String base) {
    String url =
        "jdbc:h2:"
            + layer
            + directory.resolve(base)
            + settings.url()
            + ";MAX_COMPACT_TIME=0;CACHE_SIZE="
            + Runtime.getRuntime().maxMemory() / CACHE_SHARE / 1024
            + QUIET;
    return new Database(place(), url, user(), null, settings.forced());
  }

  private String place() {
    return directory.resolve(name + SUFFIX).toString();
  }

  /** H2 reads settings after a semicolon, and on Unix takes a backslash for a slash. */
  private void requirePlain() {
    String path = directory.toString();
    if (path.indexOf(';') >= 0) {
      throw DatabaseException.badPlace(place(), "a semicolon");
    }
    if (File.separatorChar == '/' && path.indexOf('\\') >= 0) {
      throw DatabaseException.badPlace(place(), "a backslash");
    }
  }

  /** A user with write access to the directory could exchange the database. */
  private void requirePrivate(Schema schema) {
    if (schema.secret()) {
      files.status(directory).requirePrivate(directory);
    }
  }

  private void makeDirectory(Path path) {
    FileStatus status = files.status(path);
    if (!status.isAbsent()) {
      status.require(FileStatus.Kind.DIRECTORY, path);
      return;
    }
    Path parent = path.getParent();
    if (parent != null) {
      makeAncestor(parent);
    }
    files.createDirectory(path);
    files.forceDirectory(DurableFiles.directoryOf(path));
  }

  /** Makes a missing ancestor; an existing one may be another user's, or a link. */
  private void makeAncestor(Path path) {
    if (files.status(path).isAbsent()) {
      makeDirectory(path);
    }
  }
}
