package dev.meshsim.schema;

import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.application.PasswordType;
import dev.meshsim.profile.application.catalog.ApplicationProfileCatalog;
import dev.meshsim.profile.application.catalog.BookmarkEntry;
import dev.meshsim.profile.application.catalog.BookmarkProfilePrivate;
import dev.meshsim.profile.application.catalog.BookmarkType;
import dev.meshsim.profile.application.catalog.CatalogEntry;
import dev.meshsim.profile.application.catalog.ContactEntry;
import dev.meshsim.profile.application.catalog.ContactProfilePrivate;
import dev.meshsim.profile.application.catalog.ContactType;
import dev.meshsim.profile.application.catalog.CredentialEntry;
import dev.meshsim.profile.application.catalog.CredentialProfilePrivate;
import dev.meshsim.profile.application.catalog.CredentialType;
import dev.meshsim.profile.application.catalog.Internet;
import dev.meshsim.profile.application.catalog.PersonalName;
import dev.meshsim.profile.application.catalog.Postal;
import dev.meshsim.profile.application.catalog.TypedData;
import dev.meshsim.profile.application.network.Connection;
import dev.meshsim.profile.application.network.MailDevicePrivate;
import dev.meshsim.profile.application.network.MailDevicePublic;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.application.network.MailType;
import dev.meshsim.profile.application.network.NetworkProfilePrivate;
import dev.meshsim.profile.application.network.NetworkType;
import dev.meshsim.profile.application.ssh.HostEntry;
import dev.meshsim.profile.application.ssh.SSHDevicePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.profile.application.ssh.SshType;
import dev.meshsim.schema.SectionRow.Part;
import java.util.List;

/** The table of sources: the types of applications. */
final class ApplicationSources {

  private static final String NONE = "";
  private static final String PROFILE = "ApplicationProfile";
  private static final String CATALOG = "ApplicationProfileCatalog";
  private static final String DEVICE_PUBLIC = "ApplicationDevicePublic";
  private static final String DEVICE_PRIVATE = "ApplicationDevicePrivate";
  private static final String CATALOG_ENTRY = "CatalogEntry";

  private ApplicationSources() {}

  static List<Part> all() {
    return List.of(shared(), passwords(), network(), ssh(), catalogs());
  }

  /** The signed object of a type, with the members that the type publishes. */
  private static Row signed(ApplicationType<?> type, String base) {
    Class<?> published = type.published().<Class<?>>map(record -> record).orElse(Nothing.class);
    return Row.named(type.tag(), published, base).describedBy(type.getClass());
  }

  /** The members of a type that publishes none. */
  record Nothing() {}

  private static Part part(String id, SectionRow... sections) {
    return new Part(
        "dev.meshsim.mesh." + id.toLowerCase(java.util.Locale.ROOT), id, id, List.of(sections));
  }

  private static Part shared() {
    return part(
        "Application",
        SectionRow.of(
            1,
            "Common Application Objects",
            Row.named(DEVICE_PUBLIC, MailDevicePublic.class, NONE)
                .describedBy(ApplicationDevicePublic.class)
                .asBase(),
            Row.named(DEVICE_PRIVATE, MailDevicePrivate.class, NONE)
                .describedBy(ApplicationDevicePrivate.class)
                .asBase(),
            Row.of(Connection.class, NONE)));
  }

  private static Part passwords() {
    return part(
        "Password",
        SectionRow.of(
            1,
            "Web Password Application Profile Objects",
            signed(new PasswordType(), PROFILE),
            Row.of(PasswordProfilePrivate.class, NONE),
            Row.of(PasswordEntry.class, NONE)));
  }

  private static Part network() {
    return part(
        "Network",
        SectionRow.of(
            1,
            "Mail Application Profile Objects",
            signed(new MailType(), PROFILE),
            Row.of(MailDevicePublic.class, DEVICE_PUBLIC),
            Row.of(MailProfilePrivate.class, NONE),
            Row.of(MailDevicePrivate.class, DEVICE_PRIVATE)),
        SectionRow.of(
            1,
            "Network Application Profile Objects",
            signed(new NetworkType(), PROFILE),
            Row.of(NetworkProfilePrivate.class, NONE)));
  }

  private static Part ssh() {
    return part(
        "SSH",
        SectionRow.of(
            1,
            "SSH Application Profile Objects",
            signed(new SshType(), PROFILE),
            Row.of(SSHDevicePublic.class, DEVICE_PUBLIC),
            Row.of(SSHProfilePrivate.class, NONE),
            Row.of(HostEntry.class, NONE),
            Row.of(SSHDevicePrivate.class, DEVICE_PRIVATE)));
  }

  private static Part catalogs() {
    return part(
        "Catalog",
        SectionRow.of(1, "Catalog Application Profiles"),
        SectionRow.of(
            2,
            "Shared Catalog Objects",
            Row.of(ApplicationProfileCatalog.class, PROFILE).asBase(),
            Row.interfaceOf(CATALOG_ENTRY, CatalogEntry.class, BookmarkEntry.class, NONE),
            Row.of(TypedData.class, NONE)),
        SectionRow.of(
            2,
            "Credential Catalog",
            signed(new CredentialType(), CATALOG),
            Row.of(CredentialProfilePrivate.class, NONE),
            Row.of(CredentialEntry.class, CATALOG_ENTRY)),
        SectionRow.of(
            2,
            "Bookmark Catalog",
            signed(new BookmarkType(), CATALOG),
            Row.of(BookmarkProfilePrivate.class, NONE),
            Row.of(BookmarkEntry.class, CATALOG_ENTRY)),
        SectionRow.of(
            2,
            "Contact Catalog",
            signed(new ContactType(), CATALOG),
            Row.of(ContactProfilePrivate.class, NONE),
            Row.of(ContactEntry.class, CATALOG_ENTRY),
            Row.of(PersonalName.class, NONE),
            Row.of(Internet.class, NONE),
            Row.of(Postal.class, NONE)));
  }
}
