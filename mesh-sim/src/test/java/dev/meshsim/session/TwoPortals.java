package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_TWO;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import org.junit.jupiter.api.BeforeEach;

/** A desktop and a laptop that share an application at two portals. */
abstract class TwoPortals {

  static final Dialect DIALECT = Dialect.MESH;

  ManyPortals scene;
  PersonalSession laptop;
  PersonalSession laptopAtTwo;
  PersonalSession desktopAtTwo;
  InterposedPortal two;
  Udf application;

  @BeforeEach
  void start() {
    scene = new ManyPortals(DIALECT);
    laptop = scene.laptop();
    laptopAtTwo = laptop.on(AccountName.parse(AT_TWO));
    desktopAtTwo = scene.desktop.on(AccountName.parse(AT_TWO));
    two = scene.ways.get("two.example");
  }

  /** An application that both devices administer, and have at both portals. */
  void share(ApplicationSession session) {
    application = session.udf();
    session.addDevice(udf(laptop), true).update();
    scene.later();
    laptop.refresh();
    laptop.application(application.text());
    laptop.publishAgain();
    scene.later();
  }

  static Udf udf(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  /** Does work while a portal is away. */
  void without(String account, Runnable work) {
    scene.away(account, true);
    work.run();
    scene.away(account, false);
    scene.later();
  }

  SignedApplicationProfile storedAtTwo() {
    return scene
        .session("stranger")
        .context()
        .client(AccountName.parse(AT_TWO))
        .applicationProfile(application);
  }

  Udf signerAtTwo() {
    return DIALECT.signatures().signer(storedAtTwo().signedData(), 0);
  }
}
