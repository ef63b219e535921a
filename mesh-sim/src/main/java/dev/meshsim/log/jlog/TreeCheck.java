package dev.meshsim.log.jlog;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.log.memory.LogIndex;
import dev.meshsim.log.memory.RecordTable;
import dev.meshsim.store.Finding;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Compares the stored hashes of two logs' tree with all records. Changes nothing. */
final class TreeCheck {

  private TreeCheck() {}

  static List<Finding> of(DurableFiles files, Path meshLog, Path portalLog) {
    WorkMeter meter = new WorkMeter();
    try (LogFile mesh = LogFile.openForReading(LogName.MESH, meshLog, files, meter);
        LogFile portal = LogFile.openForReading(LogName.PORTAL, portalLog, files, meter);
        TreeFile tree = TreeFile.openForReading(files, portalLog, TreeFile.CHUNK)) {
      if (tree.records() == 0) {
        return List.of();
      }
      LogIndex index = LogLoader.loadForReading(mesh, portal, line -> {});
      return compare(mesh, portal, index.records(), tree);
    } catch (MeshException e) {
      return List.of(Finding.of(portalLog + TreeFile.SUFFIX, e));
    }
  }

  private static List<Finding> compare(
      LogFile mesh, LogFile portal, RecordTable records, TreeFile tree) {
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    long last = Math.min(tree.records(), records.last());
    for (int number = 1; number <= last; number++) {
      LogFile file = records.log(number) == LogName.MESH ? mesh : portal;
      byte[] line = file.read(records.offset(number), records.length(number) - 1);
      List<Bytes> expected = frontier.append(hasher.leaf(Bytes.of(line)));
      long first = StoredHashes.count(number - 1L);
      long[] indexes = LongStream.range(first, first + expected.size()).toArray();
      if (!tree.read(indexes).equals(expected)) {
        return List.of(
            new Finding(
                TransparencyException.Code.BAD_TREE,
                tree.path().toString(),
                "the hashes from "
                    + DataItem.PREFIX
                    + number
                    + " on are not those of the records"));
      }
    }
    return List.of();
  }
}
