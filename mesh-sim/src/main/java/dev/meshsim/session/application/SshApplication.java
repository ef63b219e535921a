package dev.meshsim.session.application;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.PrivateKeyParameters;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.ssh.HostEntry;
import dev.meshsim.profile.application.ssh.SSHDevicePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.ssh.AuthorizedKeys;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.ssh.KnownHosts;
import dev.meshsim.ssh.SshPublicKey;
import dev.meshsim.ssh.SshTextException;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An application of the type {@code SSHProfile}: a key pair for each device, of which the private
 * half is encrypted to that device alone, and the keys of hosts for all devices. {@link SshFiles}
 * writes them. Changes take effect with {@link ApplicationSession#update()}.
 */
public final class SshApplication {

  private final ApplicationSession session;

  private SshApplication(ApplicationSession session) {
    this.session = session;
  }

  /**
   * The application of a session.
   *
   * @throws ApplicationException {@code session.other-type} if it is of another type
   */
  public static SshApplication of(ApplicationSession session) {
    session.content(SSHProfilePrivate.class);
    return new SshApplication(session);
  }

  /**
   * Makes a key pair for this device, in place of one that it has: Ed25519, or RSA in the dialect
   * that has no other keys.
   *
   * @return the public half
   */
  public PublicKey makeKey() {
    ApplicationOwner owner = session.owner();
    MeshMachine machine = owner.machine();
    Dialect dialect = Dialect.of(session.udf());
    KeySpec spec = dialect == Dialect.MESH ? KeySpec.ED25519 : Suite.RSA_2048_SHA1.signature();
    Udf device = owner.thisDevice().identifier();
    try (PrivateJwk key = machine.generate(spec, "SSHDeviceKey")) {
      PublicKey published = PublicKey.of(dialect, key.publicJwk());
      session
          .ownDevice()
          .set(
              new SSHDevicePublic(
                  device.text(), owner.thisDevice().description(), device, published),
              new SSHDevicePrivate(
                  device.text(), PrivateKeyParameters.of(dialect, key), published.udf()));
      return published;
    }
  }

  /**
   * The text of this device's private key file, and its name.
   *
   * @throws ApplicationException {@code session.no-ssh-key} if this device has made none
   */
  PrivateFile privateFile() {
    SSHDevicePrivate own =
        session
            .ownDevice()
            .kept(SSHDevicePrivate.class)
            .orElseThrow(() -> ApplicationException.noSshKey(session.udf()));
    try (PrivateJwk key = own.devicePrivateKey().key()) {
      KeyForm form = KeyForm.of(key.spec());
      byte[] text =
          form.writePrivate(
              key, own.keyUdf().text(), session.owner().machine().stream("SSH key file"));
      return new PrivateFile(
          form.privateName(own.keyUdf().text()),
          text,
          SshPublicKey.of(key.publicJwk()) + " " + own.keyUdf() + "\n");
    }
  }

  /**
   * A private key file.
   *
   * @param name its name
   * @param text its octets, which the caller clears
   * @param publicLine the public half on one line
   */
  record PrivateFile(String name, byte[] text, String publicLine) {}

  /**
   * The keys of all devices as a server's {@code authorized_keys} has them: each device that has a
   * key in the version last read or published.
   *
   * @throws SshTextException {@code ssh.no-form} if OpenSSH has no form for one of them
   */
  public AuthorizedKeys authorizedKeys() {
    @Nullable String account = session.content(SSHProfilePrivate.class).account();
    String owner =
        Objects.requireNonNullElse(account, session.owner().personalProfile().identifier().text());
    List<AuthorizedKeys.Key> keys = new ArrayList<>();
    for (SSHDevicePublic device : session.ownDevice().all(SSHDevicePublic.class)) {
      PublicKey key = device.publicKey();
      if (key != null) {
        String description = Objects.requireNonNullElse(device.deviceDescription(), "");
        keys.add(AuthorizedKeys.Key.of(line(key), "mmm:" + owner + " [" + description + "]"));
      }
    }
    return new AuthorizedKeys(keys);
  }

  private static SshPublicKey line(PublicKey key) {
    try {
      return SshPublicKey.of(key.jwk());
    } catch (IllegalArgumentException e) {
      throw SshTextException.noForm(key.jwk().spec().label());
    }
  }

  /**
   * The keys of hosts, with changes that are not yet published.
   *
   * @throws SshTextException {@code ssh.bad-line} if an entry is none
   */
  public KnownHosts knownHosts() {
    List<KnownHosts.Line> lines = new ArrayList<>();
    for (HostEntry host : session.content(SSHProfilePrivate.class).hostEntries()) {
      lines.add(KnownHosts.host(host.address(), host.algorithm(), host.publicKey()));
    }
    return new KnownHosts(lines);
  }

  /**
   * Adds the keys of hosts of a {@code known_hosts} file. A marker is kept with the hosts; a
   * comment has no place in the application.
   *
   * @return the comments, each with its line number, which were left out
   * @throws SshTextException {@code ssh.bad-line} if two lines have keys of one kind for the same
   *     hosts; nothing is added then
   */
  public List<String> addKnownHosts(KnownHosts file) {
    List<String> left = new ArrayList<>();
    Map<String, KnownHosts.Host> seen = new HashMap<>();
    for (KnownHosts.Line line : file.lines()) {
      if (line instanceof KnownHosts.Host host) {
        KnownHosts.Host other = seen.put(host.address() + " " + host.key().algorithm(), host);
        if (other != null && !other.key().equals(host.key())) {
          throw SshTextException.twoKeys(host.number(), other.number(), host.key().algorithm());
        }
      }
      String comment = line instanceof KnownHosts.Host host ? host.comment() : line.text();
      if (comment != null) {
        left.add("line " + line.number() + ": the comment " + Quote.of(comment));
      }
    }
    session.change(
        SSHProfilePrivate.class,
        content -> {
          SSHProfilePrivate changed = content;
          for (KnownHosts.Host host : file.hosts()) {
            changed =
                changed.with(
                    HostEntry.of(host.address(), host.key().algorithm(), host.key().base64()));
          }
          return changed;
        });
    return List.copyOf(left);
  }
}
