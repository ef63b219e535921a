package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the portals of a profile's accounts what they are behind by. */
final class Spread {

  /** A merge with what one portal has makes a version that the others lack; then once more. */
  private static final int ROUNDS = 4;

  private final PersonalSession session;
  private final SessionContext context;
  private final AtPortals portals;

  Spread(PersonalSession session, SessionContext context) {
    this.session = session;
    this.context = context;
    this.portals = session.atPortals();
  }

  /**
   * Publishes at every portal that is behind. A failure at one does not keep the others from it.
   *
   * @param side decides the differences between the machine's profile and a portal's; empty to let
   *     a portal with differences stay behind
   * @return the accounts whose portals are still behind
   */
  List<AccountBehind> publish(Optional<Side> side) {
    Map<AccountName, MeshException> failed = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS && !portals.behind().isEmpty(); round++) {
      for (AccountName account : portals.behind()) {
        if (!failed.containsKey(account)) {
          try {
            publish(session.on(account), side);
          } catch (MeshException e) {
            failed.put(account, e);
          }
        }
      }
    }
    return failed.entrySet().stream()
        .map(entry -> new AccountBehind(entry.getKey().toString(), entry.getValue()))
        .toList();
  }

  /**
   * Brings the session's own portal to the machine's versions of the profile and of all
   * applications that this machine's device administers.
   */
  void catchUp() {
    versions(session, Optional.empty());
  }

  /** The applications of which the portal still has another version. */
  private List<Udf> versions(PersonalSession at, Optional<Side> side) {
    Optional<VerifiedPersonalProfile> before = new CatchUp(at, context, side).publish();
    PersonalOwner owner = new PersonalOwner(at, context);
    return portals.lag(at.accountName()).versions().stream()
        .map(PortalLag.Version::identifier)
        .filter(application -> !owner.catchUp(application, side, before))
        .toList();
  }

  private void publish(PersonalSession at, Optional<Side> side) {
    AccountName account = at.accountName();
    List<Udf> left = versions(at, side);
    if (!left.isEmpty()) {
      throw AccountsException.applicationBehind(account, left.get(0));
    }
    for (PortalLag.Escrow escrow : portals.lag(account).escrow()) {
      RequestEnvelope.Signer signer = at.administrator();
      at.client()
          .publish(
              escrow.entry(),
              escrow.voided().map(voided -> signer.with(voided.header())).orElse(signer));
      MachineEdit edit = context.machine().edit();
      portals.published(edit, account, escrow);
      edit.commit();
    }
  }
}
