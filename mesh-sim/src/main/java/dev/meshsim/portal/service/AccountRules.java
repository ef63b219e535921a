package dev.meshsim.portal.service;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Optional;

/** The rules of ValidateAccount, CreateAccount and DeleteAccount. */
final class AccountRules {

  private final World world;
  private final String domain;
  private final PortalState state;
  private final Authority authority;
  private final ProfileStoring profiles;

  AccountRules(World world, String domain, PortalState state, Authority authority) {
    this.world = world;
    this.domain = domain;
    this.state = state;
    this.authority = authority;
    this.profiles = new ProfileStoring(state);
  }

  ValidateResponse validate(ValidateRequest request) {
    Optional<String> objection;
    try {
      AccountName name = AccountName.parse(request.account());
      objection = domainObjection(name).or(() -> takenObjection(name));
    } catch (AccountNameException e) {
      objection = Optional.of(e.reason());
    }
    return new ValidateResponse(
        Status.SUCCESS_CREATED,
        Status.SUCCESS_TEXT,
        objection.isEmpty(),
        AccountName.MINIMUM,
        AccountName.MAXIMUM,
        AccountName.INVALID_CHARACTERS,
        objection.orElse(null));
  }

  CreateResponse create(CreateRequest request) {
    AccountName name = AccountName.parse(request.account());
    domainObjection(name)
        .ifPresent(
            why -> {
              throw Refusal.bad(why);
            });
    if (!(request.profile() instanceof SignedPersonalProfile signed)) {
      throw Refusal.bad("an account is created with a SignedPersonalProfile");
    }
    VerifiedPersonalProfile profile = profiles.verify(signed);
    state.transact(
        tx -> {
          if (state.account(tx, name).isPresent()) {
            throw Refusal.exists("That name is not available");
          }
          Instant now = world.now();
          profiles.putForAccount(tx, profile, now);
          Instant created = state.dialect().cut(now);
          PortalEntry.Account account =
              new PortalEntry.Account(
                  created,
                  created,
                  name.toString(),
                  profile.identifier(),
                  PortalEntry.Account.OPEN);
          tx.put(state.entries().change(tx, PortalEntry.Account.key(name), account, now));
          return account;
        });
    state.remember(profile);
    return CreateResponse.success();
  }

  DeleteResponse delete(DeleteRequest request, Caller caller) {
    AccountName name = AccountName.parse(request.account());
    state.transact(
        tx -> {
          Udf profile = authority.administrator(tx, name, caller).identifier();
          Instant now = world.now();
          tx.put(Change.delete(LogName.PORTAL, PortalEntry.Account.key(name), now));
          if (state.pending(tx, profile).isPresent()) {
            String pending = PortalEntry.ConnectionsPending.key(profile);
            tx.put(Change.delete(LogName.PORTAL, pending, now));
          }
          return name;
        });
    return DeleteResponse.success();
  }

  private Optional<String> domainObjection(AccountName name) {
    return name.domain().equals(domain)
        ? Optional.empty()
        : Optional.of("this portal's accounts end with @" + domain + ", not @" + name.domain());
  }

  private Optional<String> takenObjection(AccountName name) {
    return state.transact(tx -> state.account(tx, name)).isPresent()
        ? Optional.of("That name is not available")
        : Optional.empty();
  }
}
