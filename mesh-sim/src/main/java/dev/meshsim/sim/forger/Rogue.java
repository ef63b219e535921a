package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A person who is made for one forgery: with an account, a machine and keys of their own. */
final class Rogue implements AutoCloseable {

  private static final int NONCE_OCTETS = 16;
  private static final int SECRET_BITS = 128;

  private final World world;
  private final MeshPortal portal;
  private final String name;
  private final MeshMachine machine;
  private final MeshSession session;
  private final DeviceRegistration device;
  private final dev.meshsim.session.PersonalProfile profile;
  private final PersonalSession personal;
  private final List<Rogue> neighbours = new ArrayList<>();

  /**
   * Creates the account.
   *
   * @param name the name of the account and of the machine, used once
   */
  Rogue(World world, MeshPortal portal, String name) {
    this.world = world;
    this.portal = portal;
    this.name = name;
    this.machine = new MeshMachineCached(world, name);
    this.session = new MeshSession(machine, portal);
    this.device = session.createDevice();
    this.profile = new dev.meshsim.session.PersonalProfile(device.deviceProfile());
    this.personal = session.createAccount(account(), profile);
  }

  World world() {
    return world;
  }

  Instant now() {
    return portal.dialect().cut(world.now());
  }

  /** A later time than that of a version. */
  Instant after(Instant time) {
    return portal.dialect().after(time);
  }

  RandomStream random() {
    return machine.stream("forgery");
  }

  String account() {
    return accountOf(name);
  }

  /** The account of another name at the portal. */
  String accountOf(String user) {
    return user + "@" + portal.domain();
  }

  String name() {
    return name;
  }

  String domain() {
    return portal.domain();
  }

  MeshMachine machine() {
    return machine;
  }

  PersonalSession personal() {
    return personal;
  }

  DeviceRegistration device() {
    return device;
  }

  /** Another person with an account, to whom something can be done; closed with this one. */
  Rogue neighbour() {
    Rogue made = new Rogue(world, portal, name + "-neighbour");
    neighbours.add(made);
    return made;
  }

  /** An identifier as applications and escrow entries have, which nothing has. */
  Udf drawnIdentifier() {
    try (Secret secret = Secret.random(SECRET_BITS, random())) {
      return secret.identifier(portal.dialect().udfFormat());
    }
  }

  /** Deletes the accounts that were made, as far as the portal lets them. */
  void deleteAccounts() {
    neighbours.forEach(Rogue::deleteAccounts);
    try {
      personal.deleteAccount();
    } catch (MeshException | UncheckedIOException e) {
      // It is gone, or the portal is away.
    }
  }

  /** Adds an application to the profile, and returns its identifier. */
  Udf application() {
    personal.add(new PasswordProfile(true));
    return content(stored()).applications().get(0).identifier();
  }

  /** A new device of the person, on another machine, which the profile does not list. */
  OtherDevice otherDevice() {
    MeshMachine other = new MeshMachineCached(world, name + "-other");
    return new OtherDevice(other, new MeshSession(other, portal).createDevice());
  }

  /** A device on a machine. */
  record OtherDevice(MeshMachine machine, DeviceRegistration device) {

    /** The key that signs for the device. */
    PrivateJwk key() {
      return machine.privateKey(device.udf());
    }
  }

  /** The version of the profile that the portal has. */
  SignedPersonalProfile stored() {
    return client(account()).personalProfile();
  }

  /** The content of a version. */
  PersonalProfile content(SignedPersonalProfile version) {
    return portal.dialect().json().read(version.signedData().payload(), PersonalProfile.class);
  }

  /** The key that administers the profile. */
  PrivateJwk online() {
    return machine.privateKey(
        personal.personalProfile().master().onlineSignatureKeys().get(0).udf());
  }

  /** The master signature key of the profile. */
  PrivateJwk master() {
    return machine.privateKey(personal.udf());
  }

  /** Signs a version of the profile that replaces another. */
  SignedPersonalProfile successor(PersonalProfile next, SignedPersonalProfile replaced) {
    return ProfileSigner.successor(next, replaced, List.of(online()), random());
  }

  /** A client for an account, which signs by the rules. */
  MeshClient client(String account) {
    return new MeshClient(world, name, portal, AccountName.parse(account));
  }

  /** The portal's challenge. */
  String challenge() {
    return Objects.requireNonNull(client(account()).hello().challenge());
  }

  /** Signs requests with a key of the person. */
  RequestEnvelope.Signer signer(PrivateJwk key) {
    return new RequestEnvelope.Signer(portal.dialect().fingerprint(key.publicJwk()), key, random());
  }

  /** Signs requests with the key that administers the profile. */
  RequestEnvelope.Signer administrator() {
    return signer(online());
  }

  /** The octets of a request that nobody signs. */
  Bytes plain(MeshRequest request) {
    return MessageCodec.write(portal.dialect(), request);
  }

  /** The octets of a request that is signed now, for an account at this portal. */
  Bytes sealed(MeshRequest request, String account, RequestEnvelope.Signer signer) {
    return sealed(
        request, new RequestClaims(account, domain(), challenge(), world.now(), nonce()), signer);
  }

  /** The octets of a signed request with these claims. */
  Bytes sealed(MeshRequest request, RequestClaims claims, RequestEnvelope.Signer signer) {
    return RequestEnvelope.seal(portal.dialect(), plain(request), claims, signer);
  }

  /** Sends a request that the portal should fulfil, so that a forgery can follow. */
  void send(Bytes request) {
    portal.exchange(request);
  }

  /** A new nonce. */
  String nonce() {
    return Bytes.of(random().bytes(NONCE_OCTETS)).base64Url();
  }

  @Override
  public void close() {
    neighbours.forEach(Rogue::close);
    machine.close();
  }
}
