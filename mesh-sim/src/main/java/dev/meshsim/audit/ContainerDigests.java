package dev.meshsim.audit;

import dev.meshsim.audit.record.ContainerRecord;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.LogRecord;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.TolerantBase64;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A check of the digests in the frames of a container. {@code PayloadDigest} is the SHA-512 of the
 * payload. {@code ChainDigest} is the SHA-512 of the previous frame's chain digest and this payload
 * digest; the first frame is preceded by 64 zero octets. Containers of March 2018 have a chain
 * digest only in the first frame.
 */
final class ContainerDigests {

  private static final String CHAIN_DIGEST = "ChainDigest";
  private static final int OCTETS = 64;

  private ContainerDigests() {}

  /** Compares the digests in a record with recomputed ones; a record without digests passes. */
  static void check(LogRecord record, Tally tally) {
    if (!record.members().has(ContainerRecord.PAYLOAD_DIGEST)) {
      return;
    }
    byte[] payload = sha512(Bytes.utf8(JsonMembers.textOr(record.members(), "Text")).toArray());
    compare(record, ContainerRecord.PAYLOAD_DIGEST, payload, tally);
    if (record.members().has(ContainerRecord.TYPE)) {
      compare(record, CHAIN_DIGEST, sha512(new byte[OCTETS], payload), tally);
    }
  }

  private static void compare(LogRecord record, String member, byte[] digest, Tally tally) {
    String said = JsonMembers.text(record.members(), member);
    if (said != null && !TolerantBase64.decode(said).equals(Bytes.of(digest))) {
      tally.add(ProblemKind.DIGEST_MISMATCH, member + " of the container");
    }
  }

  private static byte[] sha512(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-512", e);
    }
  }
}
