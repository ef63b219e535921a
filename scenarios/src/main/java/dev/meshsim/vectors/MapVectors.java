package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.map.PrefixTree;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for the map of a log: the latest record of a key, and keys that have none. */
final class MapVectors {

  private static final TransparencyException.Code BAD = TransparencyException.Code.BAD_PROOF;
  private static final int KEYS = 12;

  private final VectorFile file;
  private final ObjectNode group;
  private final MapHasher hasher = new MapHasher();
  private final PrefixTree tree;

  private MapVectors(VectorFile file) {
    this.file = file;
    this.group = file.group(Dialect.MESH);
    PrefixTree grown = PrefixTree.EMPTY;
    for (int i = 1; i <= KEYS; i++) {
      grown = grown.with(new MapLeaf(key(i), i, leaf(i)));
    }
    // The first key gets a second record.
    this.tree = grown.with(new MapLeaf(key(1), KEYS + 1, leaf(KEYS + 1)));
  }

  private static String name(int i) {
    return "KEY-" + i;
  }

  private static Bytes key(int i) {
    return MapKey.of("mesh", name(i));
  }

  private static Bytes leaf(long number) {
    return new TreeHasher().leaf(Bytes.utf8("record " + (number - 1)));
  }

  private static List<Bytes> leaves(long[] numbers) {
    return Arrays.stream(numbers).mapToObj(MapVectors::leaf).toList();
  }

  static VectorFile make() {
    VectorFile file =
        new VectorFile(
            "map_proof",
            "MapProofTest",
            "A test asks for the latest record of primaryKey in the log (mesh or portal). root is the",
            "root of the map. The path is the list of siblings from the root down, each the bit of",
            "the key by which its node divides, a colon and the hash. terminal is the leaf where the",
            "way of the key ends: its key, the number of its record and the hash of that record,",
            "with colons; it is absent in an empty map. number is that of the latest record of the",
            "key; it is absent if the key has none.");
    MapVectors vectors = new MapVectors(file);
    vectors.proofs();
    vectors.altered();
    return file;
  }

  private VectorTest proof(String comment, Flag flag, String primaryKey, MapProof proof) {
    VectorTest test =
        file.test(group, comment, flag)
            .put("log", "mesh")
            .put("primaryKey", primaryKey)
            .put("root", tree.root(hasher, MapVectors::leaves).hex())
            .put(
                "path",
                proof.path().stream().map(one -> one.bit() + ":" + one.hash().hex()).toList());
    MapLeaf end = proof.terminal();
    return end == null
        ? test
        : test.put("terminal", end.key().hex() + ":" + end.number() + ":" + end.leafHash().hex());
  }

  private MapProof of(int i) {
    return tree.proof(key(i), hasher, MapVectors::leaves);
  }

  private void proofs() {
    for (int i : new int[] {1, 2, 7, KEYS}) {
      proof("", Flag.NORMAL, name(i), of(i)).put("number", i == 1 ? KEYS + 1 : i).valid();
    }
    for (int i : new int[] {100, 101, 102}) {
      proof("a key that has no record", Flag.ABSENCE, name(i), of(i)).valid();
    }
  }

  private void altered() {
    MapProof right = of(2);
    MapLeaf end = Objects.requireNonNull(right.terminal());
    List<MapProof.Sibling> path = right.path();
    proof("an older record", Flag.OTHER_TREE, name(1), with(of(1), new MapLeaf(key(1), 1, leaf(1))))
        .invalid(BAD);
    proof(
            "another hash of the record",
            Flag.OTHER_TREE,
            name(2),
            with(right, new MapLeaf(end.key(), 2, leaf(3))))
        .invalid(BAD);
    proof("the proof of another key", Flag.ABSENCE, name(7), right).invalid(BAD);
    proof(
            "another key at its end",
            Flag.ABSENCE,
            name(2),
            with(right, new MapLeaf(key(100), 2, leaf(2))))
        .invalid(BAD);
    proof("no leaf at its end", Flag.ABSENCE, name(2), new MapProof(path, null)).invalid(BAD);
    proof("an empty map", Flag.ABSENCE, name(2), new MapProof(List.of(), null)).invalid(BAD);
    proof(
            "a sibling less",
            Flag.PROOF_LENGTH,
            name(2),
            new MapProof(path.subList(0, path.size() - 1), end))
        .invalid(BAD);
    List<MapProof.Sibling> other = new ArrayList<>(path);
    other.add(path.get(path.size() - 1));
    proof("a sibling twice", Flag.PROOF_LENGTH, name(2), new MapProof(other, end)).invalid(BAD);
    List<MapProof.Sibling> reversed = new ArrayList<>();
    path.forEach(one -> reversed.add(0, one));
    proof("reversed", Flag.PROOF_ORDER, name(2), new MapProof(reversed, end)).invalid(BAD);
  }

  private static MapProof with(MapProof proof, MapLeaf end) {
    return new MapProof(proof.path(), end);
  }
}
