package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every subset of every split into up to six shares, in every order, in every format and size. */
@Once
class ExhaustiveSubsetsTest {

  private final RandomStream stream = World.seeded(6).stream("test", "subsets");

  @Test
  void everySubsetInEveryOrder() {
    long checks = 0;
    for (int bits = 32; bits <= 512; bits += 32) {
      checks += everySplit(ShareFormat.MESH, bits);
      checks += everySplit(ShareFormat.PORTAL_2017_XOR, bits);
    }
    checks += everySplit(ShareFormat.PORTAL_2017, 128);
    System.out.println("subsets of up to 6 shares checked, each order apart: " + checks);
    assertEquals(230_026, checks);
  }

  private long everySplit(ShareFormat format, int bits) {
    long checks = 0;
    for (int count = 2; count <= 6; count++) {
      int least = format == ShareFormat.PORTAL_2017_XOR ? count : 2;
      for (int quorum = least; quorum <= count; quorum++) {
        Secret secret = Secret.random(bits, stream);
        checks += everySubset(secret, quorum, secret.split(format, quorum, count, stream));
      }
    }
    return checks;
  }

  private static long everySubset(Secret secret, int quorum, List<KeyShare> shares) {
    long checks = 0;
    for (int size = 1; size <= shares.size(); size++) {
      for (List<KeyShare> subset : Subsets.ofSize(shares, size)) {
        for (List<KeyShare> order : Subsets.ordersOf(subset)) {
          boolean holds =
              size < quorum
                  ? ShareLaws.fewerAreRefused(order)
                  : ShareLaws.enoughRecover(secret, order);
          assertTrue(holds, () -> quorum + " of " + shares.size() + ": " + order);
          checks++;
        }
      }
    }
    return checks;
  }
}
