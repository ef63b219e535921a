package dev.meshsim.portal.service;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.EnvelopeException;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of Publish for escrow entries. An entry is written once. A new one may void earlier
 * ones of its profile, which are deleted in the same transaction; the identifier of a voided entry
 * is never used again.
 */
final class EscrowRules {

  private static final String PROFILE = "Profile";

  private final PortalState state;
  private final Authority authority;

  EscrowRules(PortalState state, Authority authority) {
    this.state = state;
    this.authority = authority;
  }

  void publish(PortalStore.Transaction tx, OfflineEscrowEntry escrow, Caller caller, Instant now) {
    AccountName account = authority.accountOf(caller);
    Udf profile = authority.administrator(tx, account, caller).identifier();
    Udf identifier = escrow.identifier();
    Optional<Entry> stored = state.entry(tx, identifier);
    if (stored.isPresent()) {
      if (stored.get().equals(escrow)) {
        // It voided what it had to when it was stored; a copy must not void later entries.
        return;
      }
      throw Refusal.exists("an entry " + identifier + " exists; an escrow entry replaces nothing");
    }
    requireUnused(tx, identifier);
    for (PortalEntry.EscrowOwner old : voided(tx, profile, caller)) {
      tx.put(Change.delete(LogName.MESH, old.escrowUdf().text(), now));
      put(tx, old.voided(state.dialect().cut(now)), now);
    }
    tx.put(state.entries().change(tx, escrow, List.of(), now));
    PortalEntry.EscrowOwner owner =
        new PortalEntry.EscrowOwner(state.dialect().cut(now), identifier, profile, null);
    put(tx, owner, now);
  }

  private void requireUnused(PortalStore.Transaction tx, Udf identifier) {
    if (state.applicationOwner(tx, identifier).isPresent()) {
      throw Refusal.exists("the identifier " + identifier + " is that of an application");
    }
    if (owner(tx, identifier).isPresent()) {
      throw Refusal.exists("the escrow entry " + identifier + " was voided; make a new one");
    }
  }

  /** The records of the entries that the envelope voids, and that are not voided yet. */
  private List<PortalEntry.EscrowOwner> voided(
      PortalStore.Transaction tx, Udf profile, Caller caller) {
    Optional<VoidedEscrow> asked = asked(state.dialect(), caller);
    if (asked.isEmpty()) {
      return List.of();
    }
    Optional<List<Udf>> listed = asked.get().entries();
    List<PortalEntry.EscrowOwner> owners =
        listed.isPresent()
            ? listed.get().stream().distinct().map(old -> ownedBy(tx, profile, old)).toList()
            : owned(tx, profile);
    return owners.stream().filter(owner -> owner.voided() == null).toList();
  }

  private static Optional<VoidedEscrow> asked(Dialect dialect, Caller caller) {
    try {
      return caller.envelope().flatMap(e -> VoidedEscrow.in(dialect, e.signature()));
    } catch (EnvelopeException e) {
      throw Refusal.bad(e.problem());
    }
  }

  private PortalEntry.EscrowOwner ownedBy(PortalStore.Transaction tx, Udf profile, Udf old) {
    PortalEntry.EscrowOwner owner =
        owner(tx, old)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "this portal does not know whose the escrow entry "
                            + old
                            + " is, and cannot void it"));
    if (!owner.userProfileUdf().equals(profile)) {
      throw Refusal.unauthorized("the escrow entry " + old + " is another profile's");
    }
    return owner;
  }

  private Optional<PortalEntry.EscrowOwner> owner(PortalStore.Transaction tx, Udf escrow) {
    return tx.latest(LogName.PORTAL, PortalEntry.EscrowOwner.key(escrow))
        .map(item -> state.entries().read(item, PortalEntry.EscrowOwner.class));
  }

  private List<PortalEntry.EscrowOwner> owned(PortalStore.Transaction tx, Udf profile) {
    List<PortalEntry.EscrowOwner> all = new ArrayList<>();
    @Nullable String pageKey = null;
    do {
      RecordPage page = tx.find(LogName.PORTAL, term(profile), PageRequest.all().after(pageKey));
      for (DataItem item : page.items()) {
        all.add(state.entries().read(item, PortalEntry.EscrowOwner.class));
      }
      pageKey = page.nextPageKey();
    } while (pageKey != null);
    return all;
  }

  private void put(PortalStore.Transaction tx, PortalEntry.EscrowOwner owner, Instant now) {
    // A voided entry is not found by its profile any more, so that finding the others stays cheap.
    List<IndexTerm> terms =
        owner.voided() == null ? List.of(term(owner.userProfileUdf())) : List.of();
    String key = PortalEntry.EscrowOwner.key(owner.escrowUdf());
    tx.put(state.entries().change(tx, key, owner, terms, now));
  }

  private static IndexTerm term(Udf profile) {
    return new IndexTerm(PROFILE, profile.text());
  }
}
