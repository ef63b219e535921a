package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Makes a portal's logs of any size, for tests and for the benchmark {@code OpenLog}. */
public final class LargeLog {

  private static final int BATCH = 500;
  private static final int PROFILE_OCTETS = 1400;

  private LargeLog() {}

  /** Makes {@code accounts} accounts with their profiles. */
  public static void make(PortalStore store, int accounts) {
    RandomStream random = World.seeded(1).stream("portal", "large log");
    for (int from = 0; from < accounts; from += BATCH) {
      int first = from;
      int end = Math.min(accounts, from + BATCH);
      store.transact(
          tx -> {
            for (int i = first; i < end; i++) {
              account(tx, i, random);
            }
            return null;
          });
    }
  }

  private static void account(PortalStore.Transaction tx, int i, RandomStream random) {
    String udf = "M" + Bytes.of(random.bytes(20)).hex().toUpperCase(Locale.ROOT);
    String name = "user%07d@example.com".formatted(i);
    String signature = Bytes.of(random.bytes(PROFILE_OCTETS * 3 / 4)).base64Url();
    String profile =
        "{\"SignedPersonalProfile\":{\"Identifier\":\"%s\",\"SignedData\":{\"payload\":\"%s\"}}}"
            .formatted(udf, signature);
    String account =
        "{\"Account\":{\"Created\":\"2019-04-04T00:00:00Z\",\"AccountID\":\"%s\",\"UserProfileUDF\":\"%s\",\"Status\":\"Open\"}}"
            .formatted(name, udf);
    Instant now = World.seeded(1).now();
    tx.put(Change.create(LogName.MESH, udf, List.of(), Bytes.utf8(profile), now));
    tx.put(
        Change.create(
            LogName.PORTAL,
            "Account$" + name,
            List.of(new IndexTerm("UDF", udf)),
            Bytes.utf8(account),
            now));
  }
}
