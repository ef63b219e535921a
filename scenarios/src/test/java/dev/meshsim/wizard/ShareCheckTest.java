package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.wizard.Verdict.Kind;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every prefix and every wrong letter of a share, as it is typed. */
class ShareCheckTest {

  private final List<KeyShare> shares = split(2, 3);

  private static List<KeyShare> split(int quorum, int count) {
    World world = World.seeded(5);
    try (Secret secret = Secret.random(128, world.stream("test", "secret"))) {
      return secret.split(quorum, count, world.stream("test", "shares"));
    }
  }

  @Test
  void aShareThatIsTypedBackIsRightUpToItsFirstWrongLetter() {
    String text = shares.get(0).text();
    for (int length = 0; length < text.length(); length++) {
      String typed = text.substring(0, length).toLowerCase(Locale.ROOT);
      assertEquals(Kind.UNFINISHED, ShareCheck.typedBack(shares.get(0), typed).kind(), typed);
      String wrong = typed + (text.charAt(length) == 'A' ? "B" : "A");
      if (text.charAt(length) != '-') {
        Verdict verdict = ShareCheck.typedBack(shares.get(0), wrong);
        assertEquals(Kind.BAD, verdict.kind(), wrong);
        assertEquals("group " + (length / 5 + 1) + " is not as it was shown", verdict.note());
      }
    }
    assertEquals(Kind.GOOD, ShareCheck.typedBack(shares.get(0), text).kind());
    String spoken = text.replace("-", " ").replace('O', '0').replace('I', '1').replace('B', '8');
    assertEquals(Kind.GOOD, ShareCheck.typedBack(shares.get(0), spoken).kind());
    assertEquals(Kind.BAD, ShareCheck.typedBack(shares.get(0), text + "A").kind());
  }

  @Test
  void aShareForARecoveryFitsThoseBefore() {
    String text = shares.get(0).text();
    for (int length = 0; length < text.length(); length++) {
      String typed = text.substring(0, length);
      assertEquals(Kind.UNFINISHED, ShareCheck.further(List.of(), typed).kind(), typed);
    }
    assertEquals("a share; 2 are needed", ShareCheck.further(List.of(), text).note());
    List<KeyShare> before = List.of(shares.get(0));
    assertEquals(Kind.GOOD, ShareCheck.further(before, shares.get(2).text()).kind());
    assertEquals("share 1 was given already", ShareCheck.further(before, text).note());
    Verdict other = ShareCheck.further(before, split(3, 4).get(1).text());
    assertEquals("a share of another secret than the ones before", other.note());
    assertEquals(Kind.BAD, ShareCheck.further(before, "SA/").kind());
    assertFalse(ShareCheck.further(before, "SAQB-DFHN?").note().contains("DFHN"));
  }
}
