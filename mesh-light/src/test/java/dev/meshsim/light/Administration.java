package dev.meshsim.light;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;

/** A portal on a free port with an account, and the administration device of its profile. */
final class Administration implements AutoCloseable {

  static final String ALICE = "alice@example.com";

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.system(), "example.com", new MemoryPortalStore());
  private final PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT);
  final PersonalSession alice;
  final ApplicationSession passwords;
  final ApplicationSession others;

  Administration() {
    MeshSession session = new MeshSession(new MeshMachineCached(World.system(), "desktop"), portal);
    alice =
        session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
    passwords = alice.add(new PasswordProfile(true).put("example.net", "alice", "correct horse"));
    others = alice.add(new PasswordProfile(true));
  }

  String resolve() {
    return "example.com=127.0.0.1:" + server.address().port();
  }

  LightPlace place(Path root) {
    return LightPlace.ofThisComputer().in(root).resolving(resolve());
  }

  /** Accepts the request that shows this code, for the passwords. */
  void accept(String code) {
    PendingConnection pending = alice.connectPending().withAuthenticator(code);
    alice.connectAccept(pending, code, List.of(ApplicationChoice.administering(passwords.udf())));
  }

  @Override
  public void close() {
    server.close();
    portal.close();
  }
}
