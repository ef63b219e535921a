package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.application.ApplicationTypeException;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.profile.application.PasswordType;
import dev.meshsim.session.TestNotesType.TestNotesPrivate;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A type of application that this test's class path adds. */
class OwnTypeTest {

  @ParameterizedTest
  @EnumSource
  void aRegisteredTypeIsUsedLikeAnyOther(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    ApplicationSession notes =
        two.desktop.add(new TestNotesPrivate(List.of()).with("a", "one"), true);
    two.later();
    two.desktop.addToApplications(
        two.laptop.thisDevice().identifier(),
        List.of(ApplicationChoice.administering(notes.udf())));
    two.later();
    notes.refresh();
    ApplicationSession laptop = two.onLaptop(notes.udf());
    notes.change(TestNotesPrivate.class, c -> c.with("b", "two")).update();
    two.later();
    laptop.change(TestNotesPrivate.class, c -> c.with("a", "three")).update();
    assertEquals(
        new TestNotesPrivate(List.of()).with("a", "three").with("b", "two"),
        laptop.content(TestNotesPrivate.class));
    assertEquals("TestNotesProfile", laptop.type());
    assertTrue(two.desktop.applicationOverview(notes.udf().text()).registered());
  }

  @Test
  void twoTypesOfOneTagAreNamed() {
    MeshException e =
        Failing.with(
            ApplicationTypeException.Code.TYPE_TWICE,
            () -> ApplicationTypes.of(List.of(new PasswordType(), new Impostor())));
    assertTrue(e.problem().contains(PasswordType.class.getName()), e.problem());
    assertTrue(e.problem().contains(Impostor.class.getName()), e.problem());
  }

  /** A second type for passwords. */
  static final class Impostor
      extends dev.meshsim.profile.application.ApplicationType<TestNotesPrivate> {
    Impostor() {
      super("PasswordProfile", TestNotesPrivate.class, new TestNotesPrivate(List.of()));
    }
  }

  /** A record that no type has. */
  record Stray() {}

  @Test
  void contentOfNoTypeIsRefused() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Failing.with(
        ApplicationTypeException.Code.TYPE_UNREGISTERED, () -> two.desktop.add(new Stray(), false));
    assertEquals(List.of(), two.desktop.refresh().profile().applications());
  }
}
