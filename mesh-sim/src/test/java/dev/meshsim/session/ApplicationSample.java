package dev.meshsim.session;

import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.application.catalog.BookmarkEntry;
import dev.meshsim.profile.application.catalog.BookmarkProfilePrivate;
import dev.meshsim.profile.application.catalog.ContactEntry;
import dev.meshsim.profile.application.catalog.ContactProfilePrivate;
import dev.meshsim.profile.application.catalog.CredentialEntry;
import dev.meshsim.profile.application.catalog.CredentialProfilePrivate;
import dev.meshsim.profile.application.catalog.Internet;
import dev.meshsim.profile.application.catalog.PersonalName;
import dev.meshsim.profile.application.catalog.Postal;
import dev.meshsim.profile.application.network.Connection;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.application.network.NetworkProfilePrivate;
import dev.meshsim.profile.application.ssh.HostEntry;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Contents of one type of application.
 *
 * @param tag the type
 * @param put sets the value of an entry with a name: the same name is the same entry
 */
public record ApplicationSample<C extends Record>(
    String tag, Class<C> content, C empty, BiFunction<C, String[], C> put) {

  private static final Instant AT = Instant.parse("2019-04-04T00:00:00Z");

  /** The content with an entry of a name set to a value. */
  public C put(C before, String name, String value) {
    return put.apply(before, new String[] {name, value});
  }

  /** One of each type of the schema. */
  public static List<ApplicationSample<?>> all() {
    return List.of(passwords(), bookmarks(), contacts(), credentials(), mail(), network(), ssh());
  }

  static ApplicationSample<PasswordProfilePrivate> passwords() {
    return new ApplicationSample<>(
        "PasswordProfile",
        PasswordProfilePrivate.class,
        PasswordProfilePrivate.EMPTY,
        (c, e) -> c.with(e[0], "alice", e[1]));
  }

  static ApplicationSample<BookmarkProfilePrivate> bookmarks() {
    return new ApplicationSample<>(
        "BookmarkProfile",
        BookmarkProfilePrivate.class,
        BookmarkProfilePrivate.EMPTY,
        (c, e) ->
            c.with(
                BookmarkEntry.of(e[0], AT, "Title \u00fc \ud83d\ude00", "https://" + e[1])
                    .withLabels(List.of("read", "later"))));
  }

  static ApplicationSample<ContactProfilePrivate> contacts() {
    return new ApplicationSample<>(
        "ContactProfile",
        ContactProfilePrivate.class,
        ContactProfilePrivate.EMPTY,
        (c, e) ->
            c.with(
                ContactEntry.of(e[0], AT, "Bob")
                    .withPersonals(List.of(new PersonalName("Bob", "Builder", "B.")))
                    .withInternets(List.of(Internet.of("work", "mailto:" + e[1])))
                    .withPostals(
                        List.of(Postal.labelled("home").withAddressee("Bob").withTown("Bonn")))));
  }

  static ApplicationSample<CredentialProfilePrivate> credentials() {
    return new ApplicationSample<>(
        "CredentialProfile",
        CredentialProfilePrivate.class,
        CredentialProfilePrivate.EMPTY,
        (c, e) -> c.with(CredentialEntry.of(e[0], AT, "example.com", "alice", e[1])));
  }

  static ApplicationSample<MailProfilePrivate> mail() {
    return new ApplicationSample<>(
        "MailProfile",
        MailProfilePrivate.class,
        MailProfilePrivate.EMPTY,
        (c, e) ->
            c.withInbound(
                Connection.to(e[0] + ".example.com", "_imaps")
                    .withPort(993)
                    .withSecurity(List.of("Direct"))
                    .withPassword(e[1])));
  }

  static ApplicationSample<NetworkProfilePrivate> network() {
    return new ApplicationSample<>(
        "NetworkProfile",
        NetworkProfilePrivate.class,
        NetworkProfilePrivate.EMPTY,
        (c, e) -> c.withDns(Connection.to(e[0], "_domain").withUri("https://" + e[1])));
  }

  static ApplicationSample<SSHProfilePrivate> ssh() {
    return new ApplicationSample<>(
        "SSHProfile",
        SSHProfilePrivate.class,
        SSHProfilePrivate.EMPTY,
        (c, e) -> c.with(HostEntry.of(e[0] + ".example.com", "ssh-ed25519", e[1])));
  }

  /** The type. */
  @Override
  public String toString() {
    return tag;
  }
}
