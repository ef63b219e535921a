package dev.meshsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.session.application.SshApplication;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every public operation of a session is a step of scenarios, or says why it is none. */
class EveryOperationTest {

  private static final List<Class<?>> API =
      List.of(
          MeshSession.class,
          PersonalSession.class,
          ConnectionAttempt.class,
          ApplicationSession.class,
          PasswordProfile.class,
          SshApplication.class);

  private static final String SHOWN = "an expectation of other steps shows it";
  private static final String WITHIN = "a step makes this call among others";
  private static final String RESTARTED =
      "for programs that were stopped while they created an account";
  private static final String NO_CALL = "a name or a part of an object, not an operation";

  private static final Map<String, String> EXCEPTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ApplicationSession.create", "add is the operation of a session"),
              Map.entry("ApplicationSession.fetch", "application is the operation of a session"),
              Map.entry("ApplicationSession.recover", "recoverApplication is that of a session"),
              Map.entry("ApplicationSession.remove", "removeApplication is that of a session"),
              Map.entry("ApplicationSession.entry", SHOWN),
              Map.entry("ApplicationSession.ownDevice", NO_CALL),
              Map.entry("ApplicationSession.passwordProfile", WITHIN),
              Map.entry("ApplicationSession.published", "for programs: any record of any type"),
              Map.entry(
                  "ApplicationSession.changePublished", "for programs: any record of any type"),
              Map.entry("ApplicationSession.type", NO_CALL),
              Map.entry("ApplicationSession.udf", NO_CALL),
              Map.entry("ConnectionAttempt.account", NO_CALL),
              Map.entry("ConnectionAttempt.authenticator", SHOWN),
              Map.entry("ConnectionAttempt.awaitUncompared", "await with compare: false"),
              Map.entry("ConnectionAttempt.pollUncompared", "poll with compare: false"),
              Map.entry("ConnectionAttempt.deviceUdf", NO_CALL),
              Map.entry("ConnectionAttempt.profileUdf", NO_CALL),
              Map.entry("MeshSession.connectionAttempt", "restart makes this call"),
              Map.entry("MeshSession.deleteProfile", RESTARTED),
              Map.entry("MeshSession.device", "restart makes this call"),
              Map.entry("MeshSession.deviceOrNew", "createDevice if there is none"),
              Map.entry("MeshSession.devices", SHOWN),
              Map.entry("MeshSession.machine", NO_CALL),
              Map.entry("MeshSession.profileAt", RESTARTED),
              Map.entry("MeshSession.profiles", SHOWN),
              Map.entry("MeshSession.profilesWithoutAccount", RESTARTED),
              Map.entry("MeshSession.unconfirmedAccounts", RESTARTED),
              Map.entry("MeshSession.recoverToNewAccount", "recover with newAccount: true"),
              Map.entry("PasswordProfile.content", NO_CALL),
              Map.entry("PersonalSession.acceptUncompared", "connectClose with compare: false"),
              Map.entry("PersonalSession.account", NO_CALL),
              Map.entry("PersonalSession.accounts", SHOWN),
              Map.entry("PersonalSession.accountsBehind", SHOWN),
              Map.entry("PersonalSession.administers", SHOWN),
              Map.entry("PersonalSession.administrators", SHOWN),
              Map.entry("PersonalSession.application", WITHIN),
              Map.entry("PersonalSession.connectReject", "connectClose with result: REJECTED"),
              Map.entry("PersonalSession.newEscrowEntry", "escrow makes this call first"),
              Map.entry("PersonalSession.personalProfile", SHOWN),
              Map.entry(
                  "PersonalSession.provedTransfer", "transfer at a portal that makes checkpoints"),
              Map.entry("PersonalSession.thisDevice", SHOWN),
              Map.entry("PersonalSession.udf", NO_CALL),
              Map.entry("PersonalSession.unconfirmedAccounts", RESTARTED),
              Map.entry("SshApplication.of", WITHIN)));

  private static Set<String> operations() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : API) {
      for (Method method : type.getMethods()) {
        if (method.getDeclaringClass() != Object.class
            && !method.getName().equals("toString")
            && Modifier.isPublic(method.getModifiers())) {
          names.add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    return names;
  }

  private static Set<String> withoutStep() {
    String calls = StepKinds.all().stream().map(StepKind::call).collect(Collectors.joining("\n"));
    Set<String> words =
        Arrays.stream(calls.split("[^A-Za-z0-9.]+")).collect(Collectors.toCollection(TreeSet::new));
    Set<String> names = operations();
    names.removeIf(words::contains);
    return names;
  }

  @Test
  void everyPublicOperationIsAStepOrSaysWhyItIsNone() {
    assertEquals(EXCEPTIONS.keySet(), withoutStep());
  }

  @Test
  void theOperationsAreFound() {
    assertTrue(operations().size() > 60, operations().toString());
    assertTrue(operations().contains("PersonalSession.removeDevice"), operations().toString());
  }
}
