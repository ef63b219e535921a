package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Copying errors: every wrong character in every position, omissions, doublings and swaps; a build
 * tries a sample of them, see {@link Exhaustive}.
 */
@Once
class CorruptionTest {

  /** A build tries one of so many slips. */
  private static final int SAMPLE = 5;

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RandomStream stream = World.seeded(7).stream("test", "corruption");

  private int tried;
  private int noticed;
  private int named;

  @Test
  void oneSurplusShareDetectsEveryWrongCharacter() {
    for (int[] split : new int[][] {{2, 3}, {3, 4}, {5, 6}, {8, 9}, {14, 15}}) {
      for (int bits : new int[] {32, 128, 160, 256, 512}) {
        corrupt(ShareFormat.MESH, bits, split[0], split[1]);
      }
      corrupt(ShareFormat.PORTAL_2017, 128, split[0], split[1]);
    }
    System.out.println(
        "wrong characters and other slips, quorum + 1 shares: tried "
            + tried
            + ", noticed "
            + noticed);
    assertEquals(tried, noticed);
    assertTrue(tried > Exhaustive.count(40_000, 8_000), "tried " + tried);
  }

  @Test
  void twoSurplusSharesIdentifyTheWrongShare() {
    for (int[] split : new int[][] {{2, 4}, {3, 5}, {5, 7}, {8, 10}}) {
      for (int bits : new int[] {32, 128, 512}) {
        corrupt(ShareFormat.MESH, bits, split[0], split[1]);
      }
      corrupt(ShareFormat.PORTAL_2017, 128, split[0], split[1]);
    }
    System.out.println(
        "wrong characters and other slips, quorum + 2 shares: tried "
            + tried
            + ", noticed "
            + noticed
            + ", of these read as a share and named "
            + named);
    assertEquals(tried, noticed);
    assertTrue(named > tried / 2, "named " + named);
  }

  private void corrupt(ShareFormat format, int bits, int quorum, int count) {
    Secret secret = Secret.random(bits, stream);
    List<KeyShare> shares = secret.split(format, quorum, count, stream);
    KeyShare target = shares.get(shares.size() / 2);
    List<KeyShare> others = new ArrayList<>(shares);
    others.remove(target);
    List<String> slips = List.copyOf(slips(target.text()));
    for (int i = tried % Exhaustive.step(SAMPLE); i < slips.size(); i += Exhaustive.step(SAMPLE)) {
      String changed = slips.get(i);
      tried++;
      try (Secret found = new Secret(ShareLaws.with(others, KeyShare.parse(changed)))) {
        assertEquals(secret, found, "a wrong secret from a changed share");
      } catch (ShareException.WrongShare e) {
        assertEquals(List.of(KeyShare.parse(changed).index()), e.indexes());
        assertTrue(ShareLaws.nothingIsGivenAway(target, e.getMessage()));
        noticed++;
        named++;
      } catch (ShareException e) {
        assertTrue(ShareLaws.nothingIsGivenAway(target, e.getMessage()));
        noticed++;
      }
    }
  }

  /** The texts with each character replaced, left out, doubled or swapped with the next. */
  private static Set<String> slips(String text) {
    Set<String> slips = new LinkedHashSet<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '-') {
        continue;
      }
      String before = text.substring(0, i);
      String after = text.substring(i + 1);
      for (char wrong : ALPHABET.toCharArray()) {
        slips.add(before + wrong + after);
      }
      slips.add(before + after);
      slips.add(before + text.charAt(i) + text.charAt(i) + after);
      if (!after.isEmpty() && after.charAt(0) != '-') {
        slips.add(before + after.charAt(0) + text.charAt(i) + after.substring(1));
      }
    }
    slips.remove(text);
    return slips;
  }
}
