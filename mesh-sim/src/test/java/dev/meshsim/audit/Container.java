package dev.meshsim.audit;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;

/** A writer of containers in the framing of the reference implementation of March 2018. */
public final class Container {

  /**
   * The portal log that the reference implementation wrote on 2018-03-05, octet for octet:
   * Mathematical-Mesh, commit 09b8f828f, Testing/Scratchpad/Test/Tportal.jlog.
   */
  public static final Bytes PORTAL =
      new Container()
          .add(
              """
              {
                "Index": 0,
                "ContainerType": "Chain",
                "ContentMeta": {
                  "ContentType": "application/mesh-portal"},
                "PayloadDigest": "
              z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg_SpIdNs6c5H0NE8XYXysP-DGNKHfuwv
              Y7kxvUdBeoGlODJ6-SfaPg",
                "ChainDigest": "
              FEHy24Y6cLModDXWH31kVc2a3TdhjXPooKHpLAb2JbsO1YQnJolmowXAYHhkOGY0
              kg3jrKNTjds0myf4Dw1sdg",
                "DataEncoding": "JSON"}""")
          .add(
              """
              {
                "UniqueID": "Account$AliceRecrypt@example.com",
                "Event": "New"}""",
              """
              {
                "Account": {
                  "Created": "2018-03-05T12:57:40Z",
                  "Modified": "2018-03-05T12:57:40Z",
                  "AccountID": "AliceRecrypt@example.com",
                  "UserProfileUDF": "MB5OS-DH7Y7-ZVODE-VCO7O-65W3X-V3BKF",
                  "Status": "Open"}}""")
          .add(
              """
              {
                "UniqueID": "Account$BobRecrypt@example.com",
                "Event": "New"}""",
              """
              {
                "Account": {
                  "Created": "2018-03-05T12:57:41Z",
                  "Modified": "2018-03-05T12:57:41Z",
                  "AccountID": "BobRecrypt@example.com",
                  "UserProfileUDF": "MA65L-J23U5-QST46-Q7Q36-G5I54-LTKXB",
                  "Status": "Open"}}""")
          .octets();

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  /** Adds a frame with a header and no payload. */
  public Container add(String header) {
    return add(Bytes.of(record(Bytes.utf8(header).toArray())));
  }

  /** Adds a frame with a payload. */
  public Container add(String header, String payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(record(Bytes.utf8(header).toArray()));
    body.writeBytes(record(Bytes.utf8(payload).toArray()));
    return add(Bytes.of(body.toByteArray()));
  }

  /** Adds a frame with this body. */
  public Container add(Bytes body) {
    byte[] prefix = prefix(0xf4, body.length());
    octets.writeBytes(prefix);
    octets.writeBytes(body.toArray());
    for (int i = prefix.length - 1; i >= 0; i--) {
      octets.write(prefix[i]);
    }
    return this;
  }

  /** The octets written so far. */
  public Bytes octets() {
    return Bytes.of(octets.toByteArray());
  }

  private static byte[] record(byte[] text) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(prefix(0xf0, text.length));
    record.writeBytes(text);
    return record.toByteArray();
  }

  /** The tag and the length, in the fewest octets. */
  private static byte[] prefix(int tag, int length) {
    if (length < 1 << 8) {
      return new byte[] {(byte) tag, (byte) length};
    }
    if (length < 1 << 16) {
      return new byte[] {(byte) (tag + 1), (byte) (length >> 8), (byte) length};
    }
    return new byte[] {
      (byte) (tag + 2),
      (byte) (length >> 24),
      (byte) (length >> 16),
      (byte) (length >> 8),
      (byte) length
    };
  }
}
