package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.merge.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact (schema {@code ContactEntry}, {@code ContactPerson} and {@code ContactOrganization}).
 * The schema writes the three without a tag, so that one record reads them all.
 *
 * @param personals the names of the person
 * @param meshUdfs the identifiers of personal profiles
 * @param internets addresses on the Internet, telephone numbers among them
 * @param postals postal addresses
 * @param fullName of a {@code ContactPerson} or {@code ContactOrganization}
 * @param organizations of a {@code ContactPerson}
 */
public record ContactEntry(
    @Identity @JsonProperty("ID") @Nullable String id,
    @JsonProperty("Added") @Nullable Instant added,
    @JsonProperty("Updated") @Nullable Instant updated,
    @JsonProperty("Deleted") @Nullable Instant deleted,
    @JsonProperty("Label") List<String> labels,
    @JsonProperty("Source") List<TypedData> sources,
    @JsonProperty("Personals") List<PersonalName> personals,
    @JsonProperty("MeshUDFs") List<String> meshUdfs,
    @JsonProperty("Internets") List<Internet> internets,
    @JsonProperty("Postals") List<Postal> postals,
    @JsonProperty("FullName") @Nullable String fullName,
    @JsonProperty("Organization") List<String> organizations)
    implements CatalogEntry {

  /** Copies the lists; an absent list becomes an empty one. */
  public ContactEntry {
    labels = Required.list(labels);
    sources = Required.list(sources);
    personals = Required.list(personals);
    meshUdfs = Required.list(meshUdfs);
    internets = Required.list(internets);
    postals = Required.list(postals);
    organizations = Required.list(organizations);
  }

  /**
   * A contact.
   *
   * @param id unique among the entries
   * @param added when it was made
   */
  public static ContactEntry of(String id, Instant added, String fullName) {
    return new ContactEntry(
        id, added, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        fullName, List.of());
  }

  /** A copy with another {@code Updated}. */
  public ContactEntry withUpdated(Instant updated) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Deleted}. */
  public ContactEntry withDeleted(Instant deleted) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Label}. */
  public ContactEntry withLabels(List<String> labels) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Source}. */
  public ContactEntry withSources(List<TypedData> sources) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Personals}. */
  public ContactEntry withPersonals(List<PersonalName> personals) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code MeshUDFs}. */
  public ContactEntry withMeshUdfs(List<String> meshUdfs) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Internets}. */
  public ContactEntry withInternets(List<Internet> internets) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Postals}. */
  public ContactEntry withPostals(List<Postal> postals) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code FullName}. */
  public ContactEntry withFullName(String fullName) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }

  /** A copy with another {@code Organization}. */
  public ContactEntry withOrganizations(List<String> organizations) {
    return new ContactEntry(
        id,
        added,
        updated,
        deleted,
        labels,
        sources,
        personals,
        meshUdfs,
        internets,
        postals,
        fullName,
        organizations);
  }
}
