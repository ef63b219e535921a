package dev.meshsim.transparency.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree of eight leaves that other implementations test with, a forked one, and tiles. */
class ReferenceTreeTest {

  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final Map<String, String> NODES =
      Map.ofEntries(
          Map.entry("a", "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
          Map.entry("b", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
          Map.entry("c", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
          Map.entry("d", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
          Map.entry("e", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
          Map.entry("f", "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
          Map.entry("g", "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"),
          Map.entry("h", "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"),
          Map.entry("i", "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7"),
          Map.entry("j", "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7"),
          Map.entry("k", "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e"),
          Map.entry("root2", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
          Map.entry("root4", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));

  private static TreeProofs tree(List<Bytes> entries) {
    MemoryHashes hashes = new MemoryHashes();
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    entries.forEach(entry -> hashes.append(frontier.append(hasher.leaf(entry))));
    return new TreeProofs(hashes);
  }

  private static TreeProofs reference() {
    return tree(LEAVES.stream().map(Bytes::hex).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void rootsAreThoseOfOthers(long size, String root) {
    assertEquals(root, reference().root(size).hex());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "0, 8, a b c",
    "5, 8, d e root4",
    "2, 3, root2",
    "1, 5, root1 b d",
    "4, 5, root4",
    "6, 7, f root4"
  })
  void proofsOfInclusionAreThoseOfOthers(long index, long size, String path) {
    assertEquals(hashes(path), reference().inclusion(index, size));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "1, 8, a b c",
    "2, 5, b d",
    "4, 8, c",
    "6, 8, f e root4",
    "3, 7, i j root2 k",
    "7, 8, g h f root4"
  })
  void proofsOfConsistencyAreThoseOfOthers(long older, long newer, String path) {
    assertEquals(hashes(path), reference().consistency(older, newer));
  }

  private static List<Bytes> hashes(String names) {
    return names.isEmpty()
        ? List.of()
        : Arrays.stream(names.split(" "))
            .map(name -> name.equals("root1") ? reference().root(1) : Bytes.hex(NODES.get(name)))
            .toList();
  }

  @Test
  void aForkIsShownByTheOtherBranch() {
    Bytes mine = Bytes.hex("11139f0ae3789cb227ab8c3e57d66e8925e3adb96c24d57311832150d6ac905b");
    List<Bytes> other =
        IntStream.range(0, 7)
            .mapToObj(i -> Bytes.utf8((i < 2 ? "record " : "other ") + i))
            .toList();
    TreeProofs forked = tree(other);
    assertEquals(
        "626929c1e9ba584b0728a54db70710a85a4ca68ad85e623beb8c28725cadfc15", forked.root(7).hex());
    List<Bytes> path = forked.consistency(3, 7);
    assertEquals(
        List.of(
            "2927ad1706112990077fa4cb8f195e83c81fd02d51d255f69fecab3454432e05",
            "55e3f3efacb2e61f6ccf5d39f3c304096670164a713ab30a2f70f311114b9ccb",
            "5c34a11205877ecf2c4f28e25495d08301b33dbfb862419f7946fa6fdf8124ef",
            "be9afd7b803f5e61a5216e0adde1bb73d2a5083f4568e42637ef2d9817aa268a"),
        path.stream().map(Bytes::hex).toList());
    ProofCheck.Roots roots = new ProofCheck().rootsOfExplicit(3, path, 7);
    assertEquals(forked.root(7), roots.newer());
    assertEquals(
        "e1371521c330f49099715208a18bb7d339c3b3ba187fa33c1a2823bd1bcdc0e1", roots.older().hex());
    assertNotEquals(mine, roots.older());
  }

  @Test
  void tilesAreThoseOfOthers() {
    MemoryHashes hashes = new MemoryHashes();
    TreeHasher hasher = new TreeHasher();
    Frontier frontier = new Frontier(hasher);
    for (int i = 0; i < 300; i++) {
      hashes.append(frontier.append(hasher.leaf(Bytes.utf8("record " + i))));
    }
    List<Tile> tiles = Tile.of(300);
    assertEquals(
        List.of("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"),
        tiles.stream().map(Tile::path).toList());
    List<Bytes> contents = tiles.stream().map(tile -> tile.content(hashes)).toList();
    assertEquals(List.of(8192, 1408, 32), contents.stream().map(Bytes::length).toList());
    assertEquals("66a1d431", Sha256.of(contents.get(0)).hex().substring(0, 8));
    assertEquals("699f078d", Sha256.of(contents.get(1)).hex().substring(0, 8));
    assertEquals(new TreeProofs(hashes).root(256), contents.get(2));
  }

  @Test
  void thePathsOfTilesAreThoseOfTheSpecification() {
    List<Tile> tiles = Tile.of(70_000);
    assertEquals(273 + 1 + 1 + 1 + 1, tiles.size());
    assertEquals("tile/0/273.p/112", tiles.get(273).path());
    assertEquals("tile/1/001.p/17", tiles.get(275).path());
    assertEquals("tile/2/000.p/1", tiles.get(276).path());
    assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
    for (Tile tile : tiles) {
      assertEquals(Optional.of(tile), Tile.parse(tile.path()));
      assertEquals(true, tile.isIn(70_000));
      assertEquals(false, tile.isIn(tile.index() << (8 * tile.level()) << 8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tile/0/0", "tile/0/000.p/0", "tile/0/000.p/256", "tile/00/000", "tile/8/000", "tile/-1/000",
    "tile/0/001/067", "tile/0/x001", "tile/0/x000/067", "tile/0/000/", "tile/0/+01", "x/0/000",
    "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/1.p/.p/3", "tile/entries/000"
  })
  void otherPathsAreNoTiles(String path) {
    assertEquals(Optional.empty(), Tile.parse(path));
  }
}
