package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests about accounts, and those that are signed wrongly, late or twice. */
final class AccountForgeries {

  private static final Duration LONG = Duration.ofDays(3);

  private AccountForgeries() {}

  /** The header names the administrator's key, and another has signed. */
  static Optional<Bytes> anothersName(Rogue rogue, Victims victims) {
    return victims
        .open(rogue)
        .map(
            victim -> {
              Udf key = onlineKey(rogue, victim);
              RequestEnvelope.Signer signer =
                  new RequestEnvelope.Signer(key, rogue.online(), rogue.random());
              return rogue.sealed(new DeleteRequest(victim.account()), victim.account(), signer);
            });
  }

  private static Udf onlineKey(Rogue rogue, Victims.Victim victim) {
    MasterProfile master =
        Dialect.of(victim.profile().identifier())
            .json()
            .read(
                rogue.content(victim.profile()).signedMasterProfile().signedData().payload(),
                MasterProfile.class);
    return master.onlineSignatureKeys().get(0).udf();
  }

  /** The administrator of another account has signed. */
  static Optional<Bytes> anothersAccount(Rogue rogue, Victims victims) {
    return victims
        .open(rogue)
        .map(
            victim ->
                rogue.sealed(
                    new DeleteRequest(victim.account()), victim.account(), rogue.administrator()));
  }

  static Optional<Bytes> unsigned(Rogue rogue, Victims victims) {
    return Optional.of(rogue.plain(pending(rogue)));
  }

  static Optional<Bytes> takenAccount(Rogue rogue, Victims victims) {
    return victims.open(rogue).map(victim -> created(rogue, victim.account()));
  }

  static Optional<Bytes> deletedAccount(Rogue rogue, Victims victims) {
    Rogue other = rogue.neighbour();
    other.personal().deleteAccount();
    return Optional.of(created(rogue, other.account()));
  }

  private static Bytes created(Rogue rogue, String account) {
    return rogue.sealed(new CreateRequest(account, rogue.stored()), account, rogue.administrator());
  }

  /** A new account for the profile, asked for by nobody. */
  static Optional<Bytes> unsignedAccount(Rogue rogue, Victims victims) {
    String account = rogue.accountOf(rogue.name() + "-again");
    return Optional.of(rogue.plain(new CreateRequest(account, rogue.stored())));
  }

  /** Signed days ago. */
  static Optional<Bytes> late(Rogue rogue, Victims victims) {
    return signedAt(rogue, rogue.world().now().minus(LONG));
  }

  /** Signed in days to come. */
  static Optional<Bytes> early(Rogue rogue, Victims victims) {
    return signedAt(rogue, rogue.world().now().plus(LONG));
  }

  private static Optional<Bytes> signedAt(Rogue rogue, Instant time) {
    RequestClaims claims =
        new RequestClaims(rogue.account(), rogue.domain(), rogue.challenge(), time, rogue.nonce());
    return Optional.of(rogue.sealed(pending(rogue), claims, rogue.administrator()));
  }

  /** Signed for another account at this portal. */
  static Optional<Bytes> otherAccount(Rogue rogue, Victims victims) {
    String other = rogue.neighbour().account();
    return Optional.of(rogue.sealed(pending(rogue), other, rogue.administrator()));
  }

  /** Signed for a challenge that is not the portal's. */
  static Optional<Bytes> otherChallenge(Rogue rogue, Victims victims) {
    RequestClaims claims =
        new RequestClaims(
            rogue.account(), rogue.domain(), rogue.nonce(), rogue.world().now(), rogue.nonce());
    return Optional.of(rogue.sealed(pending(rogue), claims, rogue.administrator()));
  }

  /** Signed for another portal. */
  static Optional<Bytes> otherPortal(Rogue rogue, Victims victims) {
    RequestClaims claims =
        new RequestClaims(
            rogue.account(),
            "other.example",
            rogue.challenge(),
            rogue.world().now(),
            rogue.nonce());
    return Optional.of(rogue.sealed(pending(rogue), claims, rogue.administrator()));
  }

  /** A request that the portal has answered, again. */
  static Optional<Bytes> twice(Rogue rogue, Victims victims) {
    Bytes request = rogue.sealed(pending(rogue), rogue.account(), rogue.administrator());
    rogue.send(request);
    return Optional.of(request);
  }

  private static ConnectPendingRequest pending(Rogue rogue) {
    return new ConnectPendingRequest(rogue.account(), null);
  }

  /** The identifier outside is another than that in the profile. */
  static Optional<Bytes> otherIdentifier(Rogue rogue, Victims victims) {
    Udf other = rogue.device().udf();
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    PersonalProfile later =
        content.withMaster(content.signedMasterProfile(), rogue.after(content.updated()));
    SignedPersonalProfile next = rogue.successor(later, stored);
    String account = rogue.accountOf(rogue.name() + "-again");
    return Optional.of(
        rogue.sealed(
            new CreateRequest(account, new SignedPersonalProfile(other, next.signedData())),
            account,
            rogue.administrator()));
  }
}
