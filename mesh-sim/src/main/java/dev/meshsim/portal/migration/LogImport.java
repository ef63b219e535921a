package dev.meshsim.portal.migration;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.Change;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.PortalException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Imports logs of the reference implementation, from 2015 on, or of another portal into a portal
 * store. Every record keeps its time; records of several files are merged in the order of their
 * times. Signed objects are stored unchanged and verified when a request reads them. A record of an
 * unknown kind is stored under its own key, where no request finds it. Every record that is changed
 * or left out is noted.
 */
public final class LogImport {

  private static final int TRANSACTIONS = 256;

  private final PortalStore store;
  private final List<List<Change>> transactions = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private long loaded;

  private LogImport(PortalStore store) {
    this.store = store;
  }

  /**
   * A remark on a record, for the user.
   *
   * @param place the file and the record's number in it
   * @param text the change to the record, or the reason that it was left out
   */
  public record Note(String place, String text) {}

  /**
   * The result of an import.
   *
   * @param dialect the dialect of the objects
   * @param kinds the number of records by the tag of their objects
   * @param notes the remarks, in the order of the records
   */
  public record Report(Dialect dialect, Map<String, Integer> kinds, List<Note> notes) {

    /** Copies the map and the list. */
    public Report {
      kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
      notes = List.copyOf(notes);
    }

    /** The number of imported records. */
    public int records() {
      return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Imports logs into an empty store.
   *
   * @param files the mesh log, the portal log or both, in any order
   * @param domain the domain added to account names without one, as those of 2016
   * @throws PortalException if the store is not empty, a file cannot be read, or the store fails
   *     after the first records were loaded
   * @throws MeshException if the store fails before any record was loaded
   */
  public static Report run(List<Path> files, String domain, PortalStore into) {
    if (into.lastWrite().isPresent()) {
      throw PortalException.notEmpty();
    }
    LogImport running = new LogImport(into);
    List<InputStream> open = new ArrayList<>();
    try {
      List<LogItemReader> readers = new ArrayList<>();
      for (Path file : files) {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        open.add(in);
        readers.add(new LogItemReader(file.toString(), in, running::note));
      }
      RecordImport importing = new RecordImport(domain, running::note);
      running.merge(readers, importing);
      return new Report(importing.dialect(), running.kinds, running.notes);
    } catch (IOException e) {
      throw running.stopped(PortalException.cannotRead(files, e));
    } catch (MeshException e) {
      throw running.stopped(e);
    } finally {
      close(open);
    }
  }

  private void merge(List<LogItemReader> readers, RecordImport importing) throws IOException {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparing((Head head) -> head.item().added())
                .thenComparingLong(head -> head.item().number())
                .thenComparingInt(Head::file));
    for (int i = 0; i < readers.size(); i++) {
      advance(heads, readers.get(i), i);
    }
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      convert(importing, head.item());
      if (transactions.size() == TRANSACTIONS) {
        load();
      }
      advance(heads, head.reader(), head.file());
    }
    load();
  }

  private record Head(LogItem item, LogItemReader reader, int file) {}

  private static void advance(PriorityQueue<Head> heads, LogItemReader reader, int file)
      throws IOException {
    @Nullable LogItem item = reader.next();
    if (item != null) {
      heads.add(new Head(item, reader, file));
    }
  }

  private void convert(RecordImport importing, LogItem item) {
    try {
      RecordImport.Converted converted = importing.convert(item);
      if (!converted.changes().isEmpty()) {
        transactions.add(converted.changes());
      }
      kinds.merge(converted.kind(), 1, Integer::sum);
    } catch (MeshException e) {
      note(item.place(), "left out: " + e.problem());
    }
  }

  /** The failure itself, or one that also gives the number of records already loaded. */
  private MeshException stopped(MeshException why) {
    return loaded == 0 ? why : PortalException.stopped(loaded, why);
  }

  private void load() {
    store.load(transactions);
    loaded += transactions.size();
    transactions.clear();
  }

  private void note(String place, String text) {
    notes.add(new Note(place, text));
  }

  private static void close(List<InputStream> open) {
    for (InputStream in : open) {
      try {
        in.close();
      } catch (IOException e) {
        // The file was only read, so a failed close loses nothing.
      }
    }
  }
}
