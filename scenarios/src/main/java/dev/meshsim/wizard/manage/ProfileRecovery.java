package dev.meshsim.wizard.manage;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareException;
import dev.meshsim.wizard.AccountCheck;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;
import dev.meshsim.wizard.ShareCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recovers a profile from its shares, each of which is checked as soon as it is typed. */
final class ProfileRecovery {

  private static final Set<ErrorCode> NOT_FOUND =
      Set.of(PortalRefusedException.Code.REFUSED_UNKNOWN_ENTRY, ShareException.Code.WRONG_SECRET);

  private final Desk desk;

  ProfileRecovery(Desk desk) {
    this.desk = desk;
  }

  void recover() {
    desk.talk().title("A profile from its shares");
    desk.talk()
        .kept(
            "Nothing was changed, and no share is kept.",
            "Start the profile manager again to recover the profile.");
    String account = desk.talk().ask(AccountCheck.forExisting(Prompt.LOST_ACCOUNT));
    List<KeyShare> shares = shares(desk);
    NewProfile.device(desk);
    PersonalSession profile;
    try (Secret secret = new Secret(shares)) {
      profile = Retrying.whileAway(desk.talk(), () -> desk.session().recover(secret, account));
    } catch (MeshException e) {
      if (NOT_FOUND.contains(e.errorCode())) {
        desk.talk()
            .failure(
                "the portal of " + account + " has nothing that these shares open",
                "a share was mistyped although it looks like one, or is an old one that new shares"
                    + " have replaced, or the account is another: try again");
        return;
      }
      throw e;
    }
    desk.notes().sharesMade(profile.udf());
    desk.talk().say("The profile is recovered, and this computer is its only administrator.");
    new ProfileText(desk).show(profile);
    desk.kept("The profile is recovered, and in " + desk.place() + ".");
    ownApplications(profile);
    desk.talk()
        .say(
            "Remove the devices that are lost. The shares that you used are still in force: make"
                + " new ones if somebody else may have seen them.");
  }

  /** Asks for as many shares as their quorum. */
  static List<KeyShare> shares(Desk desk) {
    List<KeyShare> shares = new ArrayList<>();
    int quorum = 2;
    while (shares.size() < quorum) {
      List<KeyShare> before = List.copyOf(shares);
      String which =
          before.isEmpty() ? "a share" : "share " + (before.size() + 1) + " of " + quorum;
      String text =
          desk.talk()
              .ask(
                  Question.of(Prompt.SHARE.about(which), typed -> ShareCheck.further(before, typed))
                      .hidden());
      KeyShare share = KeyShare.parse(text);
      shares.add(share);
      quorum = share.quorum();
      desk.talk().say(shares.size() + " of " + quorum + " shares are there.");
    }
    return shares;
  }

  /** Makes this device an administrator of the applications, with the master escrow key. */
  private void ownApplications(PersonalSession profile) {
    profile.personalProfile().profile().applications().stream()
        .filter(entry -> !entry.decryptDevices().contains(profile.thisDevice().identifier()))
        .forEach(
            entry -> {
              try {
                profile.recoverApplication(entry.identifier().text());
                desk.talk().say(entry.type() + " is recovered.");
              } catch (MeshException e) {
                desk.talk().failure(entry.type() + ": " + e.problem(), e);
              }
            });
  }
}
