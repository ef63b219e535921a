package dev.meshsim.transparency.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.StoredHashes;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.transparency.tree.TreeProofs;
import dev.meshsim.world.World;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** A log of texts, signed by a key of its own or by another's. */
public final class TestLog {

  private static final int SEED = 32;

  private final String origin;
  private final NoteSigner signer;
  private final IntFunction<String> record;

  private TestLog(String origin, NoteSigner signer, IntFunction<String> record) {
    this.origin = origin;
    this.signer = signer;
    this.record = record;
  }

  private List<Bytes> read(long[] indexes) {
    return LongStream.of(indexes)
        .mapToObj(
            index -> {
              long leaf = StoredHashes.leafOf(index);
              int level = (int) (index - StoredHashes.count(leaf));
              return root(leaf >> level << level, 1L << level);
            })
        .toList();
  }

  private Bytes root(long from, long leaves) {
    TreeHasher hasher = new TreeHasher();
    long half = leaves / 2;
    return leaves == 1
        ? hasher.leaf(Bytes.utf8(record.apply((int) from)))
        : hasher.node(root(from, half), root(from + half, half));
  }

  /** The log whose checkpoint of 300 records the specification's example has. */
  public static TestLog example() {
    return new TestLog(
        "mesh.example", signer("mesh.example", KeyType.ED25519, 0), i -> "record " + i);
  }

  /** A log of another name and key. */
  public static TestLog named(String origin) {
    return new TestLog(
        origin, signer(origin, KeyType.ED25519, origin.hashCode() & 0x7f), i -> origin + i);
  }

  /** A log of the same name and key whose records are others from one on. */
  public TestLog forkedAt(int first) {
    return new TestLog(origin, signer, i -> i < first ? "record " + i : "other " + i);
  }

  /** The same log, whose checkpoints another key of it signs. */
  public TestLog signedBy(NoteSigner other) {
    return new TestLog(origin, other, record);
  }

  /** The witness of the specification's example. */
  public static NoteSigner witness() {
    return signer("witness.example/w1", KeyType.COSIGNATURE, 0x20);
  }

  /** A signer whose private key is the octets from one on. */
  public static NoteSigner signer(String name, KeyType type, int firstOctet) {
    byte[] der = Bytes.hex("302e020100300506032b657004220420" + "00".repeat(32)).toArray();
    for (int i = 0; i < SEED; i++) {
      der[der.length - SEED + i] = (byte) (firstOctet + i);
    }
    PrivateJwk secret = PrivateJwk.fromPkcs8(KeySpec.ED25519, SecretBytes.moveFrom(der));
    return new NoteSigner(name, type, secret, World.seeded(1).stream("test", "notes"));
  }

  /** The key of the log. */
  public NoteKey key() {
    return signer.key();
  }

  /** The name of the log. */
  public String origin() {
    return origin;
  }

  /** Size and root of its first records. */
  public TreeHead tree(long size) {
    return new TreeHead(size, proofs().root(size));
  }

  private TreeProofs proofs() {
    return new TreeProofs(this::read);
  }

  /** The signed checkpoint of its first records. */
  public Note note(long size) {
    return signer.sign(new Checkpoint(origin, tree(size)).text());
  }

  /** The proof of consistency between two sizes. */
  public List<Bytes> proof(long old, long size) {
    return proofs().consistency(old, size);
  }

  /** The request with a right proof. */
  public AddCheckpoint request(long old, long size) {
    return new AddCheckpoint(old, proof(old, size), note(size));
  }
}
