package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.NameLanguage;
import dev.meshsim.protocol.NameObjection;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;

/** The rules of ValidateAccount, CreateAccount and DeleteAccount. */
final class AccountRules {

  private static final NameObjection NOT_AVAILABLE =
      NameObjection.of(NameObjection.Kind.NOT_AVAILABLE);

  private final World world;
  private final String domain;
  private final PortalState state;
  private final Authority authority;
  private final ProfileStoring profiles;
  private final boolean unsignedCreate;

  AccountRules(
      World world, String domain, PortalState state, Authority authority, PortalPolicy policy) {
    this.world = world;
    this.domain = domain;
    this.state = state;
    this.authority = authority;
    this.profiles = new ProfileStoring(state, new Succession(world, state, policy));
    this.unsignedCreate = policy.referenceClients() && state.dialect() == Dialect.PORTAL_2017;
  }

  ValidateResponse validate(ValidateRequest request) {
    Optional<NameObjection> objection;
    try {
      AccountName name = AccountName.parse(request.account());
      objection = domainObjection(name).or(() -> takenObjection(name));
    } catch (AccountNameException e) {
      objection = Optional.of(e.objection());
    }
    return ValidateResponse.of(objection, NameLanguage.lookup(request.language()));
  }

  CreateResponse create(CreateRequest request, Caller caller) {
    AccountName name = AccountName.parse(request.account());
    domainObjection(name)
        .ifPresent(
            why -> {
              throw Refusal.of(RefusalReason.OTHER_DOMAIN, why.toString());
            });
    if (!(request.profile() instanceof SignedPersonalProfile signed)) {
      throw Refusal.bad("an account is created with a SignedPersonalProfile");
    }
    boolean unsigned = unsignedCreate && caller.envelope().isEmpty();
    if (!unsigned) {
      authority.requireSigned(caller);
    }
    VerifiedPersonalProfile profile = profiles.verify(signed);
    Optional<RequestEnvelope> proof =
        unsigned
            ? Optional.empty()
            : Optional.of(state.transact(tx -> authority.owner(tx, name, profile, caller)));
    Optional<Bytes> written = state.transact(tx -> create(tx, name, profile, proof, caller));
    written.ifPresent(text -> state.remember(profile, text));
    return CreateResponse.success();
  }

  /** Writes the account and its profile; a repeat for the account that has the profile does not. */
  private Optional<Bytes> create(
      PortalStore.Transaction tx,
      AccountName name,
      VerifiedPersonalProfile profile,
      Optional<RequestEnvelope> proof,
      Caller caller) {
    Optional<PortalEntry.Account> before = state.accountOrDeleted(tx, name);
    if (before.isPresent() && !before.get().deleted()) {
      requireRepeat(tx, before.get(), profile);
      return Optional.empty();
    }
    before.ifPresent(deleted -> requireOwner(deleted, profile, proof));
    Instant now = world.now();
    Optional<Bytes> written = profiles.putForAccount(tx, profile, caller, now);
    AccountHistory history = AccountHistory.of(before).with(proof);
    Instant created = state.dialect().cut(now);
    put(tx, name, history.account(created, created, name, profile, PortalEntry.Account.OPEN), now);
    return written;
  }

  private void requireRepeat(
      PortalStore.Transaction tx, PortalEntry.Account account, VerifiedPersonalProfile profile) {
    if (!account.userProfileUdf().equals(profile.identifier())) {
      throw Refusal.of(RefusalReason.TAKEN, NOT_AVAILABLE.toString());
    }
    boolean stored =
        state
            .profile(tx, profile.identifier())
            .map(known -> known.signed().equals(profile.signed()))
            .orElse(false);
    if (!stored) {
      throw Refusal.conflict("the account has another version of this profile; publish this one");
    }
  }

  /** A deleted name goes to the profile that had it, by a request signed after the deletion. */
  private static void requireOwner(
      PortalEntry.Account deleted,
      VerifiedPersonalProfile profile,
      Optional<RequestEnvelope> proof) {
    if (proof.isEmpty() || !deleted.userProfileUdf().equals(profile.identifier())) {
      throw Refusal.of(RefusalReason.TAKEN, NOT_AVAILABLE.toString());
    }
    AccountHistory.of(Optional.of(deleted)).requireLater(proof.get());
  }

  DeleteResponse delete(DeleteRequest request, Caller caller) {
    AccountName name = AccountName.parse(request.account());
    state.change(
        tx -> {
          VerifiedPersonalProfile profile = authority.administrator(tx, name, caller);
          Optional<PortalEntry.Account> account = state.account(tx, name);
          AccountHistory history = AccountHistory.of(account);
          caller.envelope().ifPresent(history::requireLater);
          Instant now = world.now();
          Instant created = account.map(PortalEntry.Account::created).orElse(now);
          PortalEntry.Account deleted =
              history
                  .with(caller.envelope())
                  .account(
                      created,
                      state.dialect().cut(now),
                      name,
                      profile,
                      PortalEntry.Account.DELETED);
          put(tx, name, deleted, now);
          if (state.pending(tx, profile.identifier()).isPresent()) {
            String pending = PortalEntry.ConnectionsPending.key(profile.identifier());
            tx.put(Change.delete(LogName.PORTAL, pending, now));
          }
        });
    return DeleteResponse.success();
  }

  private void put(
      PortalStore.Transaction tx, AccountName name, PortalEntry.Account account, Instant now) {
    tx.put(state.entries().change(tx, PortalEntry.Account.key(name), account, now));
  }

  private Optional<NameObjection> domainObjection(AccountName name) {
    return name.domain().equals(domain)
        ? Optional.empty()
        : Optional.of(NameObjection.of(NameObjection.Kind.OTHER_DOMAIN, domain, name.domain()));
  }

  private Optional<NameObjection> takenObjection(AccountName name) {
    return state.transact(tx -> state.accountOrDeleted(tx, name)).isPresent()
        ? Optional.of(NOT_AVAILABLE)
        : Optional.empty();
  }
}
