package dev.meshsim.store.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest binary hive that tools accept: a root key with nothing in it, as in NTUSER.DAT. */
final class BinaryHive {

  private static final int BLOCK = 4096;
  private static final int BIN_HEADER = 32;
  private static final int ROOT_CELL = 96;
  private static final int SECURITY_CELL = 48;
  private static final int NONE = -1;

  private BinaryHive() {}

  static byte[] empty() {
    ByteBuffer hive = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    baseBlock(hive);
    hive.put(BLOCK, "hbin".getBytes(StandardCharsets.US_ASCII));
    hive.putInt(BLOCK + 8, BLOCK);
    int root = BLOCK + BIN_HEADER;
    rootKey(hive, root, BIN_HEADER + ROOT_CELL);
    security(hive, root + ROOT_CELL, BIN_HEADER + ROOT_CELL);
    hive.putInt(root + ROOT_CELL + SECURITY_CELL, BLOCK - BIN_HEADER - ROOT_CELL - SECURITY_CELL);
    return hive.array();
  }

  private static void baseBlock(ByteBuffer hive) {
    hive.put(0, "regf".getBytes(StandardCharsets.US_ASCII));
    int[] fields = {1, 1, 0, 0, 1, 3, 0, 1, BIN_HEADER, BLOCK, 1};
    for (int i = 0; i < fields.length; i++) {
      hive.putInt(4 + 4 * i, fields[i]);
    }
    int check = 0;
    for (int i = 0; i < 508; i += 4) {
      check ^= hive.getInt(i);
    }
    hive.putInt(508, check);
  }

  private static void rootKey(ByteBuffer hive, int cell, int security) {
    byte[] name = "ROOT".getBytes(StandardCharsets.US_ASCII);
    hive.putInt(cell, -ROOT_CELL);
    int key = cell + 4;
    hive.put(key, "nk".getBytes(StandardCharsets.US_ASCII));
    hive.putShort(key + 2, (short) 0x2c);
    hive.putInt(key + 0x10, NONE);
    hive.putInt(key + 0x1c, NONE);
    hive.putInt(key + 0x20, NONE);
    hive.putInt(key + 0x28, NONE);
    hive.putInt(key + 0x2c, security);
    hive.putInt(key + 0x30, NONE);
    hive.putShort(key + 0x48, (short) name.length);
    hive.put(key + 0x4c, name);
  }

  private static void security(ByteBuffer hive, int cell, int offset) {
    hive.putInt(cell, -SECURITY_CELL);
    hive.put(cell + 4, "sk".getBytes(StandardCharsets.US_ASCII));
    hive.putInt(cell + 8, offset);
    hive.putInt(cell + 12, offset);
    hive.putInt(cell + 16, 1);
    hive.putInt(cell + 20, 20);
    hive.put(cell + 24, new byte[] {1, 0, 4, (byte) 0x80});
  }
}
