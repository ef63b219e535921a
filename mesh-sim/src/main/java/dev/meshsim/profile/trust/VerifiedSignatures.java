package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Sha256;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.profile.PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A bounded memory of signatures that were verified: each is a SHA-256 digest of the key, the
 * header, the signature and the payload, so that another key or one other octet is another entry.
 * Only good signatures are added. Each machine of a simulation verifies for itself; the memory
 * spares this process the arithmetic of doing so again. Thread-safe.
 */
public final class VerifiedSignatures {

  /** The system property that, if {@code true}, has every signature computed every time. */
  public static final String VERIFY_AGAIN = "meshsim.verify-again";

  /** The most signatures that a process remembers; 32 octets each. */
  static final int MOST = 1 << 19;

  private static final int LONGS = 4;

  /** The digests that share a slot; the one that was used longest ago makes room. */
  private static final int WAYS = 4;

  private static final int FIRST_SLOTS = 256;

  private static final VerifiedSignatures PROCESS = new VerifiedSignatures(MOST);
  private static final VerifiedSignatures NONE = new VerifiedSignatures(0);

  private final int most;
  private long[] table = {};
  private int size;

  VerifiedSignatures(int most) {
    this.most = most;
  }

  /** The memory of this process; one that remembers nothing if {@link #VERIFY_AGAIN} is set. */
  public static VerifiedSignatures ofThisProcess() {
    return Boolean.getBoolean(VERIFY_AGAIN) ? NONE : PROCESS;
  }

  /** A memory that remembers nothing. */
  public static VerifiedSignatures none() {
    return NONE;
  }

  /**
   * Runs a check that throws if a signature is not good, unless it is known to be.
   *
   * @param index the signature's place among those of {@code signed}
   * @param key the key that {@code check} verifies with
   */
  public void unlessKnown(JsonWebSignature signed, int index, PublicKey key, Runnable check) {
    if (most == 0) {
      check.run();
      return;
    }
    long[] digest = digest(signed, index, key);
    if (!contains(digest)) {
      check.run();
      add(digest);
    }
  }

  /**
   * The digest of a signature with its key and its payload, as four numbers.
   *
   * @param index the signature's place among those of {@code signed}
   */
  static long[] digest(JsonWebSignature signed, int index, PublicKey key) {
    Signature signature = signed.signatures().get(index);
    MessageDigest digest = Sha256.begin();
    put(digest, key.jwk().algorithm().joseName().getBytes(StandardCharsets.UTF_8));
    put(digest, key.jwk().spki().toArray());
    put(digest, signature.protectedHeader().toArray());
    put(digest, String.valueOf(signature.header()).getBytes(StandardCharsets.UTF_8));
    put(digest, signature.signature().toArray());
    put(digest, signed.payload().toArray());
    long[] numbers = new long[LONGS];
    ByteBuffer.wrap(digest.digest()).asLongBuffer().get(numbers);
    return numbers;
  }

  /** Adds octets and, before them, their number, so that no two sequences are one. */
  private static void put(MessageDigest digest, byte[] octets) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, octets.length));
    digest.update(octets);
  }

  /** True if a signature with this digest was added and is still remembered. */
  synchronized boolean contains(long[] digest) {
    if (size == 0) {
      return false;
    }
    int slot = slot(digest, table);
    for (int way = 0; way < WAYS; way++) {
      if (isAt(digest, slot + way * LONGS)) {
        moveToFront(digest, slot, way);
        return true;
      }
    }
    return false;
  }

  /** Remembers a signature that was verified; one that is known already is not added. */
  synchronized void add(long[] digest) {
    if (most == 0 || contains(digest)) {
      return;
    }
    if (table.length == 0) {
      table = new long[FIRST_SLOTS * WAYS * LONGS];
    } else if (size * 2 >= capacity() && capacity() < most) {
      grow();
    }
    insert(digest);
  }

  private int capacity() {
    return table.length / LONGS;
  }

  private void insert(long[] digest) {
    int slot = slot(digest, table);
    if (isEmpty(slot + (WAYS - 1) * LONGS)) {
      size++;
    }
    moveToFront(digest, slot, WAYS - 1);
  }

  /** Moves the digests before {@code way} back by one place, and puts {@code digest} first. */
  private void moveToFront(long[] digest, int slot, int way) {
    System.arraycopy(table, slot, table, slot + LONGS, way * LONGS);
    System.arraycopy(digest, 0, table, slot, LONGS);
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    size = 0;
    long[] digest = new long[LONGS];
    for (int at = old.length - LONGS; at >= 0; at -= LONGS) {
      System.arraycopy(old, at, digest, 0, LONGS);
      if ((digest[0] | digest[1] | digest[2] | digest[3]) != 0) {
        insert(digest);
      }
    }
  }

  private static int slot(long[] digest, long[] table) {
    int slots = table.length / (WAYS * LONGS);
    return (int) (digest[0] & (slots - 1)) * WAYS * LONGS;
  }

  private boolean isAt(long[] digest, int at) {
    return table[at] == digest[0]
        && table[at + 1] == digest[1]
        && table[at + 2] == digest[2]
        && table[at + 3] == digest[3];
  }

  private boolean isEmpty(int at) {
    return (table[at] | table[at + 1] | table[at + 2] | table[at + 3]) == 0;
  }
}
