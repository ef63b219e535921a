package dev.meshsim.transparency.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map, against its definition word for word, and vectors that were computed elsewhere. */
class PrefixTreeTest {

  private final MapHasher hasher = new MapHasher();
  private final TreeHasher leaves = new TreeHasher();
  private final RandomStream random = World.seeded(24).stream("test", "map");

  private Bytes leafHash(long number) {
    return leaves.leaf(Bytes.utf8("record " + (number - 1)));
  }

  private List<Bytes> leafHashes(long[] numbers) {
    return Arrays.stream(numbers).mapToObj(this::leafHash).toList();
  }

  private static List<Bytes> empty(long[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> MapHasher.EMPTY_ROOT).toList();
  }

  private MapLeaf leaf(Bytes key, long number) {
    return new MapLeaf(key, number, leafHash(number));
  }

  private Bytes naive(List<MapLeaf> below, int bit) {
    if (below.isEmpty()) {
      return MapHasher.EMPTY_ROOT;
    }
    if (below.size() == 1) {
      return hasher.leaf(below.get(0));
    }
    List<MapLeaf> zero = below.stream().filter(l -> MapKey.bit(l.key(), bit) == 0).toList();
    List<MapLeaf> one = below.stream().filter(l -> MapKey.bit(l.key(), bit) == 1).toList();
    if (zero.isEmpty() || one.isEmpty()) {
      return naive(zero.isEmpty() ? one : zero, bit + 1);
    }
    return hasher.node(bit, naive(zero, bit + 1), naive(one, bit + 1));
  }

  @Test
  void theVectorsAreMet() {
    Bytes first = MapKey.of("mesh", "MAAA-TEST-KEY1");
    Bytes alice = MapKey.of("portal", "Account$alice@mesh.example");
    Bytes pending = MapKey.of("portal", "Pending-MAAA-TEST-KEY1");
    assertEquals("e5e583808abde9c474ca8c25fe16fa626fd974183c4b55a62772509d79093ffc", first.hex());
    assertEquals("2042cc37eb833ee03235821ed6559fb02a50f29b885f9a6599968294c2e4e573", alice.hex());
    assertEquals("b4445adce84a72b6ff1a4f6daa12f5e9ec6e9369475b42038d987b172738d990", pending.hex());
    PrefixTree tree =
        PrefixTree.EMPTY
            .with(leaf(first, 1))
            .with(leaf(alice, 2))
            .with(leaf(first, 3))
            .with(leaf(pending, 4));
    Bytes root = tree.root(hasher, this::leafHashes);
    assertEquals("bf8a6b300fb52581e66414c10ec69ef447e8bfe78eb37639abb3868100eb095e", root.hex());
    assertEquals(3, tree.size());
    MapProof proof = tree.proof(first, hasher, this::leafHashes);
    assertEquals(
        List.of(
            new MapProof.Sibling(0, hasher.leaf(leaf(alice, 2))),
            new MapProof.Sibling(1, hasher.leaf(leaf(pending, 4)))),
        proof.path());
    assertEquals(
        "6409ab754b8d9d77825ffe6fcbefbc60e66c1d99ae514ba42096febb89311937",
        hasher.leaf(leaf(first, 3)).hex());
    assertEquals(Optional.of(leaf(first, 3)), proof.check(first, root));
    Bytes bob = MapKey.of("portal", "Account$bob@mesh.example");
    MapProof absence = tree.proof(bob, hasher, this::leafHashes);
    assertEquals(leaf(pending, 4), absence.terminal());
    assertEquals(Optional.empty(), absence.check(bob, root));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50})
  void everyTreeIsThatOfTheDefinition(int together) {
    Map<Bytes, MapLeaf> model = new TreeMap<>();
    PrefixTree tree = PrefixTree.EMPTY;
    for (int i = 1; i <= 300; i++) {
      Bytes key = key(i);
      tree = tree.with(leaf(key, i));
      model.put(key, leaf(key, i));
      if (i % together != 0) {
        continue;
      }
      Bytes root = tree.root(hasher, this::leafHashes);
      assertEquals(naive(List.copyOf(model.values()), 0), root);
      assertEquals(model.size(), tree.size());
      for (Bytes asked : List.of(key, key(i + 1000))) {
        assertEquals(
            Optional.ofNullable(model.get(asked)),
            tree.proof(asked, hasher, this::leafHashes).check(asked, root));
      }
    }
  }

  /** Some keys come again, and some differ from others in their last bits only. */
  private static Bytes key(int i) {
    byte[] octets = MapKey.of("mesh", "key " + i % 211 / 3).toArray();
    octets[31] = (byte) (i % 3);
    return Bytes.of(octets);
  }

  @Test
  void olderTreesStayAsTheyWere() {
    PrefixTree one = PrefixTree.EMPTY.with(leaf(key(1), 1));
    Bytes before = one.root(hasher, this::leafHashes);
    PrefixTree two = one.with(leaf(key(5), 2)).with(leaf(key(1), 3));
    assertEquals(before, one.root(hasher, this::leafHashes));
    assertTrue(!before.equals(two.root(hasher, this::leafHashes)));
    assertEquals(
        Optional.of(leaf(key(1), 1)),
        one.proof(key(1), hasher, this::leafHashes).check(key(1), before));
  }

  @Test
  void theEmptyMapHasNoKey() {
    MapProof proof = PrefixTree.EMPTY.proof(key(1), hasher, this::leafHashes);
    assertEquals(Optional.empty(), proof.check(key(1), PrefixTree.EMPTY.root()));
    refused(proof, key(1), hasher.leaf(leaf(key(1), 1)));
    refused(
        new MapProof(List.of(new MapProof.Sibling(0, MapHasher.EMPTY_ROOT)), null),
        key(1),
        MapHasher.EMPTY_ROOT);
  }

  @Test
  void alteredProofsAreRefused() {
    PrefixTree tree = PrefixTree.EMPTY;
    for (int i = 1; i <= 200; i++) {
      tree = tree.with(leaf(MapKey.of("mesh", "key " + i), i));
    }
    Bytes root = tree.root(hasher, this::leafHashes);
    for (int i = 1; i <= 220; i++) {
      Bytes key = MapKey.of("mesh", "key " + i);
      MapProof proof = tree.proof(key, hasher, this::leafHashes);
      assertEquals(i <= 200, proof.check(key, root).isPresent());
      MapLeaf end = proof.terminal();
      List<MapProof.Sibling> path = proof.path();
      refused(new MapProof(path.subList(1, path.size()), end), key, root);
      refused(new MapProof(path.subList(0, path.size() - 1), end), key, root);
      refused(new MapProof(path, null), key, root);
      refused(
          new MapProof(path, new MapLeaf(end.key(), end.number() + 1, end.leafHash())), key, root);
      refused(new MapProof(path, new MapLeaf(end.key(), end.number(), leafHash(999))), key, root);
      refused(new MapProof(path, new MapLeaf(MapKey.of("mesh", "key"), i, leafHash(i))), key, root);
      refused(proof, key, leafHash(1));
      List<MapProof.Sibling> swapped = new ArrayList<>(path);
      swapped.set(0, path.get(path.size() - 1));
      refused(new MapProof(swapped, end), key, root);
      // The proof that another key is absent does not show that this one is.
      byte[] other = key.toArray();
      other[0] ^= (byte) (0x80 >> path.get(0).bit());
      refused(proof, Bytes.of(other), root);
    }
  }

  @Test
  void theWorkIsLogarithmic() {
    PrefixTree tree = PrefixTree.EMPTY;
    for (int i = 1; i <= 20_000; i++) {
      tree = tree.with(new MapLeaf(Bytes.of(random.bytes(32)), i, MapHasher.EMPTY_ROOT));
    }
    MapHasher counted = new MapHasher();
    tree.root(counted, PrefixTreeTest::empty);
    // Each leaf and each node once.
    assertEquals(20_000 + 19_999, counted.count());
    PrefixTree next = tree.with(new MapLeaf(Bytes.of(random.bytes(32)), 1, MapHasher.EMPTY_ROOT));
    long before = counted.count();
    next.root(counted, PrefixTreeTest::empty);
    // The nodes of one path, its leaf, and the neighbours whose hashes are not kept.
    assertTrue(counted.count() - before <= 26 + 4);
    long path = 0;
    for (int i = 0; i < 500; i++) {
      int length =
          next.proof(Bytes.of(random.bytes(32)), counted, PrefixTreeTest::empty).path().size();
      assertTrue(length <= 26);
      path += length;
    }
    assertTrue(path / 500.0 < 16.5);
  }

  private static void refused(MapProof proof, Bytes key, Bytes root) {
    assertEquals(
        TransparencyException.Code.BAD_PROOF,
        assertThrows(TransparencyException.class, () -> proof.check(key, root)).errorCode());
  }
}
