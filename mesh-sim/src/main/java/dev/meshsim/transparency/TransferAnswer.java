package dev.meshsim.transparency;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The proofs of a page of a Transfer, all of one checkpoint. They show that each record is in the
 * log, and not that none is missing.
 *
 * @param head the checkpoint, whose last record is a head of the map
 * @param continued the path from the checkpoint that the reader knows, with its first hash
 *     explicit; empty if there is none, or its size is that of this one or greater
 * @param places one for each record of the page, in its order
 */
public record TransferAnswer(
    @JsonProperty("Head") HeadProof head,
    @JsonProperty("Continued") List<Bytes> continued,
    @JsonProperty("Places") List<Place> places) {

  /**
   * The place of a record in the log.
   *
   * @param log the label of its log, {@code mesh} or {@code portal}, which the record does not name
   * @param path the proof of its inclusion, the sibling of the leaf first
   */
  public record Place(@JsonProperty("Log") String log, @JsonProperty("Path") List<Bytes> path) {

    /** Checks that nothing is missing, and copies the list. */
    public Place {
      Objects.requireNonNull(log, "Log");
      path = path == null ? List.of() : List.copyOf(path);
    }
  }

  /**
   * A record that is in the log.
   *
   * @param log its log
   * @param item the record
   * @param leaf the hash of its leaf, 32 octets
   */
  public record Proved(LogName log, DataItem item, Bytes leaf) {}

  /** Checks that there is a checkpoint, and copies the lists. */
  public TransferAnswer {
    Objects.requireNonNull(head, "Head");
    continued = continued == null ? List.of() : List.copyOf(continued);
    places = places == null ? List.of() : List.copyOf(places);
  }

  /** The answer as the response carries it. */
  public Bytes json() {
    return MeshJson.write(this);
  }

  /**
   * Reads an answer.
   *
   * @throws TransparencyException {@code transparency.bad-proof} if it is none
   */
  public static TransferAnswer read(Bytes json) {
    try {
      return MeshJson.read(json, TransferAnswer.class);
    } catch (MeshException e) {
      throw TransparencyException.badProof("the proofs cannot be read: " + e.problem());
    }
  }

  /**
   * Checks that each record of a page is in the log.
   *
   * @param items the records of the page
   * @param tree the checkpoint that {@link HeadProof#check} has shown
   * @throws TransparencyException {@code transparency.bad-proof} if a proof does not show it, or if
   *     a record of the mesh log has the key of a head of the map
   */
  public List<Proved> check(List<DataItem> items, TreeHead tree) {
    if (items.size() != places.size()) {
      throw TransparencyException.badProof(
          "there are " + places.size() + " proofs of " + items.size() + " records");
    }
    TreeHasher hasher = new TreeHasher();
    ProofCheck check = new ProofCheck(hasher);
    List<Proved> proved = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      DataItem item = items.get(i);
      LogName log = log(places.get(i).log());
      if (log == LogName.MESH && item.primaryKey().equals(MapHead.KEY)) {
        throw TransparencyException.badProof(
            item.transactionId() + " is a head of the map, and it is said to be of the mesh log");
      }
      if (item.rollback()) {
        throw TransparencyException.badProof(
            item.transactionId() + " has the mark Rollback, which no record of a log has");
      }
      Bytes leaf = leaf(hasher, log, item);
      check.inclusion(item.number() - 1, leaf, places.get(i).path(), tree);
      proved.add(new Proved(log, item, leaf));
    }
    return proved;
  }

  private static LogName log(String label) {
    for (LogName log : LogName.values()) {
      if (log.label().equals(label)) {
        return log;
      }
    }
    throw TransparencyException.badProof("a proof names a log that is neither mesh nor portal");
  }

  private static Bytes leaf(TreeHasher hasher, LogName log, DataItem item) {
    try {
      return hasher.leaf(LineWriter.record(log, item));
    } catch (MeshException | IllegalArgumentException e) {
      throw TransparencyException.badProof(item.transactionId() + " is no record of a log");
    }
  }
}
