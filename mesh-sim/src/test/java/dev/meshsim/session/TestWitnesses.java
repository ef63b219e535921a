package dev.meshsim.session;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.WitnessLink;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessPort;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Three witnesses in memory, of which two are enough. */
final class TestWitnesses {

  static final int COUNT = 3;
  private static final int NEEDED = 2;

  final List<Evidence> accused = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  /** The logs that the witnesses know; add them before the first question. */
  final List<NoteKey> logs = new ArrayList<>();

  final List<NoteSigner> signers =
      IntStream.range(0, COUNT)
          .mapToObj(n -> TestLog.signer("witness.example/w" + n, KeyType.COSIGNATURE, 0x20 + n))
          .toList();

  /** Changes the answers on their way. */
  UnaryOperator<WitnessAnswer> answers = answer -> answer;

  private final List<Witness> witnesses = new ArrayList<>();

  Witness witness(World world, int n) {
    if (witnesses.isEmpty()) {
      signers.forEach(signer -> witnesses.add(fresh(world, signer)));
    }
    return witnesses.get(n);
  }

  private Witness fresh(World world, NoteSigner signer) {
    return new Witness(world, signer, new MemoryWitnessStore(), logs, accused::add);
  }

  /** Takes all that a witness knows from it. */
  Witness forget(World world, int n) {
    Witness forgetful = fresh(world, signers.get(n));
    witnesses.set(n, forgetful);
    return forgetful;
  }

  WitnessPolicy policy() {
    return WitnessPolicy.of(
        NEEDED,
        signers.stream()
            .map(
                signer ->
                    new WitnessPolicy.Party(signer.key().name(), signer.key(), Optional.empty()))
            .toList());
  }

  private WitnessPort port(World world, int n) {
    return new WitnessPort() {
      @Override
      public WitnessAnswer add(AddCheckpoint request) {
        return answers.apply(witness(world, n).add(request.octets()));
      }

      @Override
      public Optional<Note> latest(String originHash) {
        return witness(world, n).latest(originHash);
      }
    };
  }

  /** The partners of a portal that has these witnesses. */
  LogPartners partners(World world, List<PeerLink> peers) {
    return new LogPartners(
        policy(),
        IntStream.range(0, COUNT)
            .mapToObj(n -> new WitnessLink(signers.get(n).key(), port(world, n)))
            .toList(),
        LogPartners.USUAL_REFRESH,
        peers,
        LogPartners.USUAL_EXCHANGE,
        warnings::add);
  }

  /** Makes the sessions of a machine that begin later demand these witnesses. */
  void demandedBy(MeshMachine machine) {
    machine.demandWitnesses(new WitnessDemand(policy(), WitnessDemand.USUAL_AGE, machine.world()));
  }
}
