package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;
import java.util.Optional;

/** Runs the tests of the verifiable log: proofs, checkpoints and the map. */
final class LogChecks {

  private LogChecks() {}

  static Outcome inclusion(VectorObject group, VectorObject test) {
    Bytes leaf = new TreeHasher().leaf(Bytes.utf8(test.text("entry")));
    new ProofCheck().inclusion(test.number("index"), leaf, path(test), head(test, "size", "root"));
    return Outcome.valid();
  }

  static Outcome consistency(VectorObject group, VectorObject test) {
    new ProofCheck()
        .consistency(
            head(test, "older", "olderRoot"), path(test), head(test, "newer", "newerRoot"));
    return Outcome.valid();
  }

  private static TreeHead head(VectorObject test, String size, String root) {
    return new TreeHead(test.number(size), Bytes.hex(test.text(root)));
  }

  private static List<Bytes> path(VectorObject test) {
    return test.texts("path").stream().map(Bytes::hex).toList();
  }

  static Outcome checkpoint(VectorObject group, VectorObject test) {
    Note note = Note.parse(Bytes.utf8(test.text("note")));
    TreeHead tree = Checkpoint.open(note, NoteKey.parse(group.text("key"))).tree();
    if (!test.has("size") || !Long.toString(tree.size()).equals(test.text("size"))) {
      return Outcome.same(false, "size");
    }
    return Outcome.same(tree.root().hex().equals(test.text("root")), "root");
  }

  static Outcome map(VectorObject group, VectorObject test) {
    MapLeaf terminal = null;
    if (test.has("terminal")) {
      String[] parts = parts(test, test.text("terminal"), 3);
      terminal = new MapLeaf(Bytes.hex(parts[0]), Long.parseLong(parts[1]), Bytes.hex(parts[2]));
    }
    List<MapProof.Sibling> path =
        test.texts("path").stream()
            .map(one -> parts(test, one, 2))
            .map(one -> new MapProof.Sibling(Integer.parseInt(one[0]), Bytes.hex(one[1])))
            .toList();
    Optional<MapLeaf> found =
        new MapProof(path, terminal)
            .check(
                MapKey.of(test.text("log"), test.text("primaryKey")), Bytes.hex(test.text("root")));
    boolean same =
        found.isPresent()
            ? test.has("number") && found.get().number() == test.number("number")
            : !test.has("number");
    return Outcome.same(same, "number");
  }

  private static String[] parts(VectorObject test, String text, int count) {
    String[] parts = text.split(":", -1);
    if (parts.length != count) {
      throw VectorException.shape(test.place(), "a part of its proof has not " + count + " parts");
    }
    return parts;
  }
}
