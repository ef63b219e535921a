package dev.meshsim.scenario.action;

import dev.meshsim.profile.application.catalog.BookmarkEntry;
import dev.meshsim.profile.application.catalog.BookmarkProfilePrivate;
import dev.meshsim.profile.application.catalog.ContactEntry;
import dev.meshsim.profile.application.catalog.ContactProfilePrivate;
import dev.meshsim.profile.application.catalog.CredentialEntry;
import dev.meshsim.profile.application.catalog.CredentialProfilePrivate;
import dev.meshsim.profile.application.network.Connection;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.application.network.NetworkProfilePrivate;
import dev.meshsim.profile.application.ssh.HostEntry;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The entries of one type of application, as scenarios read and write them: each has a key and a
 * text.
 *
 * @param content the class of the content
 * @param empty the content of a new application
 * @param put the content with a text under a key
 * @param get the text under a key
 * @param remove the content without a key
 * @param <C> the content
 */
record EntryKind<C extends Record>(
    Class<C> content,
    C empty,
    Put<C> put,
    BiFunction<C, String, Optional<String>> get,
    BiFunction<C, String, C> remove) {

  private static final String IMAP = "_imap._tcp";
  private static final String DNS = "_dns._udp";
  private static final String ALGORITHM = "ssh-ed25519";

  /** By the type of the application. */
  private static final Map<String, EntryKind<?>> BY_TYPE =
      Map.of(
          "BookmarkProfile", bookmarks(),
          "ContactProfile", contacts(),
          "CredentialProfile", credentials(),
          "MailProfile", mail(),
          "NetworkProfile", network(),
          "SSHProfile", ssh());

  /** Puts a text under a key. */
  @FunctionalInterface
  interface Put<C> {
    C apply(C content, String key, String text, Instant now);
  }

  /** The entries of a type; empty for passwords, which have steps of their own. */
  static Optional<EntryKind<?>> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  void put(ApplicationSession application, String key, String text, Instant now) {
    application.change(content, before -> put.apply(before, key, text, now));
  }

  Optional<String> get(ApplicationSession application, String key) {
    return get.apply(application.content(content), key);
  }

  void remove(ApplicationSession application, String key) {
    application.change(content, before -> remove.apply(before, key));
  }

  private static EntryKind<BookmarkProfilePrivate> bookmarks() {
    return new EntryKind<>(
        BookmarkProfilePrivate.class,
        BookmarkProfilePrivate.EMPTY,
        (all, key, text, now) -> all.with(BookmarkEntry.of(key, now, key, text)),
        (all, key) -> all.find(key).map(BookmarkEntry::uri),
        BookmarkProfilePrivate::without);
  }

  private static EntryKind<ContactProfilePrivate> contacts() {
    return new EntryKind<>(
        ContactProfilePrivate.class,
        ContactProfilePrivate.EMPTY,
        (all, key, text, now) -> all.with(ContactEntry.of(key, now, text)),
        (all, key) -> all.find(key).map(ContactEntry::fullName),
        ContactProfilePrivate::without);
  }

  private static EntryKind<CredentialProfilePrivate> credentials() {
    return new EntryKind<>(
        CredentialProfilePrivate.class,
        CredentialProfilePrivate.EMPTY,
        (all, key, text, now) -> all.with(CredentialEntry.of(key, now, key, key, text)),
        (all, key) -> all.find(key).map(CredentialEntry::password),
        CredentialProfilePrivate::without);
  }

  private static EntryKind<MailProfilePrivate> mail() {
    return new EntryKind<>(
        MailProfilePrivate.class,
        MailProfilePrivate.EMPTY,
        (all, key, text, now) -> all.withInbound(Connection.to(key, IMAP).withPassword(text)),
        (all, key) -> password(all.inbound(), key),
        (all, key) -> all.withoutInbound(Connection.to(key, IMAP)));
  }

  private static EntryKind<NetworkProfilePrivate> network() {
    return new EntryKind<>(
        NetworkProfilePrivate.class,
        NetworkProfilePrivate.EMPTY,
        (all, key, text, now) -> all.withDns(Connection.to(key, DNS).withPassword(text)),
        (all, key) -> password(all.dns(), key),
        (all, key) -> all.withoutDns(Connection.to(key, DNS)));
  }

  private static Optional<String> password(List<Connection> services, String key) {
    return first(services.stream().filter(one -> key.equals(one.serviceName())))
        .map(Connection::password);
  }

  private static EntryKind<SSHProfilePrivate> ssh() {
    return new EntryKind<>(
        SSHProfilePrivate.class,
        SSHProfilePrivate.EMPTY,
        (all, key, text, now) -> all.with(HostEntry.of(key, ALGORITHM, text)),
        (all, key) ->
            first(all.hostEntries().stream().filter(host -> host.address().equals(key)))
                .map(HostEntry::publicKey),
        (all, key) -> all.without(key, ALGORITHM));
  }

  private static <T> Optional<T> first(Stream<T> found) {
    return found.filter(Objects::nonNull).findFirst();
  }
}
