package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Failing;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portal sends an entry again only if the session's record of it is no longer the latest. */
class UnchangedEntryTest {

  private static final int GETS = 4;

  @TempDir Path directory;

  private WatchedPortal home;
  private final List<GetResponse> answers = new ArrayList<>();

  /** The laptop receives the answers to its next Gets changed. */
  private void home(Dialect dialect, UnaryOperator<GetResponse> change) {
    home = new WatchedPortal(dialect, directory);
    InterposedPortal way = new InterposedPortal(home.portal);
    home.laptopWay.leadsTo(way);
    for (int i = 0; i < GETS; i++) {
      way.next(
          Transaction.GET,
          (request, to) -> {
            GetResponse answer =
                (GetResponse)
                    MessageCodec.readResponse(dialect, to.exchange(request), Transaction.GET);
            answers.add(answer);
            return MessageCodec.write(dialect, change.apply(answer));
          });
    }
  }

  private static GetResponse unchanged(GetResponse answer) {
    return new GetResponse(
        answer.status(), answer.statusDescription(), null, null, null, answer.log());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theProofIsEnoughWhileNothingHasChanged(Dialect dialect) {
    home(dialect, answer -> answer);
    home.laptop.refresh();
    home.laptop.refresh();
    home.desktop.add(new PasswordProfile(true));
    home.later();
    home.laptop.refresh();
    assertEquals(home.desktop.personalProfile().signed(), home.laptop.personalProfile().signed());
    home.laptop.refresh();
    assertEquals(
        List.of(false, true, false, true),
        answers.stream().map(GetResponse::hasProofOnly).toList());
    assertEquals(home.desktop.personalProfile().signed(), home.laptop.personalProfile().signed());
  }

  /** An answer without the entry that the session has not, or has not any more, is refused. */
  private void refused(ErrorCode code, PersonalSession laptop) {
    LogMemory before = WatchedPortal.memory(home.laptopMachine);
    SignedPersonalProfile known = laptop.personalProfile().signed();
    Failing.with(code, laptop::refresh);
    assertTrue(!answers.get(answers.size() - 1).hasProofOnly());
    assertEquals(before, WatchedPortal.memory(home.laptopMachine));
    assertEquals(known, laptop.personalProfile().signed());
  }

  @Test
  void anEntryThatHasChangedIsNotUnchanged() {
    home(Dialect.MESH, answer -> answers.size() > 1 ? unchanged(answer) : answer);
    home.laptop.refresh();
    home.desktop.add(new PasswordProfile(true));
    home.later();
    refused(TransparencyException.Code.BAD_PROOF, home.laptop);
  }

  @Test
  void anEntryThatTheSessionDoesNotHaveIsNotUnchanged() {
    home(Dialect.MESH, UnchangedEntryTest::unchanged);
    MeshSession restarted = new MeshSession(home.laptopMachine, home.laptopWay);
    refused(PortalException.Code.BAD_RESPONSE, restarted.personalSession(WatchedPortal.ALICE));
  }
}
