package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.world.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointsSignedOracleTest {

  private static final String LAPTOP = "laptop";

  private final BranchedLog logs = new BranchedLog(new CheckpointsSignedOracle());
  private final Bytes statement = logs.keys.current().newest().text();

  private void believe(Bytes keys, HeadProof head, Bytes... earlier) {
    LogMemory memory = new LogMemory(head, List.of(), List.of(), null, List.of(earlier));
    logs.commit(LAPTOP, new MachineRecord.Portal(BranchedLog.DOMAIN, keys, memory));
  }

  /** The checkpoint with a signature of another key, under the identifier of either. */
  private HeadProof signedByAnother(boolean underItsIdentifier) {
    RandomStream random = logs.world.stream("test", "another key");
    NoteSignature other =
        new NoteSigner(
                BranchedLog.DOMAIN,
                KeyType.ED25519,
                PrivateJwk.generate(KeySpec.ED25519, random),
                random)
            .sign(logs.common.note().text())
            .signatures()
            .get(0);
    NoteSignature right = logs.common.note().signatures().get(0);
    Bytes id = underItsIdentifier ? other.id() : right.id();
    Note note =
        new Note(
            logs.common.note().text(),
            List.of(new NoteSignature(right.name(), id, other.octets())));
    return new HeadProof(note.octets().utf8(), logs.common.mapHead(), logs.common.path());
  }

  @Test
  void theLogsKeyHasSigned() {
    believe(statement, logs.common);
    believe(statement, logs.grown(logs.log, "later"));
    logs.requireSilence();
  }

  @Test
  void anEarlierKeyOfTheLogHasSigned() {
    Bytes next = logs.keys.change(Suite.ED25519).newest().text();
    believe(next, logs.common, statement);
    logs.requireSilence();
  }

  @Test
  void aKeyThatTheMachineDoesNotKnowHasSigned() {
    believe(logs.keys.change(Suite.ED25519).newest().text(), logs.common);
    logs.requireOne("laptop believes 4 records of example.com, which no key of its log has signed");
  }

  @Test
  void anotherKeyHasSigned() {
    believe(statement, signedByAnother(true));
    logs.requireOne("laptop believes 4 records");
  }

  @Test
  void anotherKeyHasSignedUnderTheIdentifierOfTheRightOne() {
    HeadProof forged = signedByAnother(false);
    believe(statement, forged);
    believe(statement, forged);
    logs.requireOne("laptop believes 4 records");
  }
}
