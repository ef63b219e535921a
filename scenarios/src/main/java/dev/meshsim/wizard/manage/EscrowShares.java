package dev.meshsim.wizard.manage;

import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.KeyShare;
import dev.meshsim.wizard.Leaving;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;
import dev.meshsim.wizard.ShareCheck;
import dev.meshsim.wizard.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Makes the shares of a profile. Each is shown, written down, erased and typed back. The escrow
 * entry is published after the last one: if the person leaves before, the earlier shares of the
 * profile go on being good, and those of this attempt open nothing.
 */
final class EscrowShares {

  private static final int MOST_SHARES = 15;

  private final Desk desk;

  EscrowShares(Desk desk) {
    this.desk = desk;
  }

  /** True if this machine can make shares of the profile, and nobody has typed any back on it. */
  boolean isMissing(PersonalSession profile) {
    return profile.administers()
        && desk.session().machine().findPrivateKey(profile.udf()).isPresent()
        && !desk.notes().hasShares(profile.udf());
  }

  /** Makes new shares in place of earlier ones. */
  void renew(PersonalSession profile) {
    desk.kept("No new shares were made. Earlier ones are as good as before.");
    make(profile);
  }

  void make(PersonalSession profile) {
    desk.talk().title("Shares on paper");
    desk.talk()
        .say(
            "The keys of the profile are sealed with a secret that is split into shares. Give each"
                + " share to another person or place.");
    int shares = number(Prompt.SHARE_COUNT, 2, MOST_SHARES, "3");
    int quorum = number(Prompt.QUORUM, 2, shares, "2");
    OfflineEscrowEntry entry = profile.newEscrowEntry(quorum, shares);
    List<KeyShare> all = entry.keyShares();
    for (KeyShare share : all) {
      desk.talk()
          .kept(
              "The profile is kept. The shares are not in force: throw away what you have"
                  + " written down. Earlier shares are as good as before.",
              "Start the profile manager again to make shares.");
      writeDown(share, all.size());
    }
    desk.talk()
        .kept(
            "It is not known whether the new shares are in force: keep them and the earlier ones"
                + " until you have made others.",
            "Start the profile manager again to make shares.");
    Retrying.runWhileAway(desk.talk(), () -> profile.renewEscrow(entry));
    desk.notes().sharesMade(profile.udf());
    desk.talk()
        .say(
            "The shares are in force: any "
                + quorum
                + " of the "
                + shares
                + " bring the profile back. Earlier shares open nothing any more.");
  }

  private void writeDown(KeyShare share, int count) {
    String which = "share " + share.index() + " of " + count;
    while (true) {
      desk.talk().secret(Prompt.SHARE_TO_WRITE.about(which), List.of(share.text()));
      try {
        desk.talk()
            .ask(
                Question.of(
                        Prompt.SHARE_TYPED_BACK.about(which),
                        typed -> ShareCheck.typedBack(share, typed))
                    .hidden());
        desk.talk().say(capital(which) + " is written down.");
        return;
      } catch (Leaving e) {
        if (e.way() == Leaving.Way.OUT) {
          throw e;
        }
      }
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private int number(Prompt prompt, int least, int most, String usual) {
    Function<String, Verdict> check =
        typed -> {
          String digits = typed.strip();
          if (digits.isEmpty()) {
            return Verdict.unfinished("");
          }
          boolean fits =
              digits.matches("[0-9]{1,2}")
                  && Integer.parseInt(digits) >= least
                  && Integer.parseInt(digits) <= most;
          return fits ? Verdict.good("") : Verdict.bad(least + " to " + most);
        };
    return Integer.parseInt(desk.talk().ask(Question.of(prompt.about(), check).proposing(usual)));
  }
}
