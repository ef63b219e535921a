package dev.meshsim.sim.watch;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.HandOver;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.WitnessLink;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessPort;
import dev.meshsim.transparency.witness.WitnessStore;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The witnesses of a simulated world, {@code w1} and on, of which some are enough. They cosign the
 * logs that they are told of. Not thread-safe: in a simulation one actor acts at a time.
 */
public final class SimulatedWitnesses {

  private static final String PREFIX = "witness.example/";

  private final World world;
  private final int needed;
  private final Consumer<SimEvent> events;
  private final List<NoteKey> logs = new ArrayList<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();

  /** A witness with its state. */
  private static final class Party {
    private final NoteSigner signer;
    private final WitnessStore store = new MemoryWitnessStore();
    private WitnessConduct conduct = WitnessConduct.WELL;
    private Optional<Witness> running = Optional.empty();

    /** The log that it was asked about last. */
    private String about = "";

    Party(NoteSigner signer) {
      this.signer = signer;
    }
  }

  /**
   * Witnesses that know no log yet.
   *
   * @param count how many, at least one
   * @param needed how many of them are enough
   * @param events receives each cosignature and each accusation
   */
  public SimulatedWitnesses(World world, int count, int needed, Consumer<SimEvent> events) {
    this.world = world;
    this.needed = needed;
    this.events = events;
    for (int number = 1; number <= count; number++) {
      String name = "w" + number;
      RandomStream random = world.stream(name, "key");
      parties.put(
          name,
          new Party(
              new NoteSigner(
                  PREFIX + name,
                  KeyType.COSIGNATURE,
                  PrivateJwk.generate(KeySpec.ED25519, random),
                  random)));
    }
  }

  /** How many of them are enough. */
  public int needed() {
    return needed;
  }

  /** All of them, and how many are enough. */
  public WitnessPolicy policy() {
    return WitnessPolicy.of(
        needed,
        parties.values().stream()
            .map(party -> party.signer.key())
            .map(key -> new WitnessPolicy.Party(key.name(), key, Optional.empty()))
            .toList());
  }

  /** From now on they cosign this log too. */
  public void know(NoteKey log) {
    if (!logs.contains(log)) {
      logs.add(log);
      parties.values().forEach(party -> party.running = Optional.empty());
    }
  }

  /** A witness behaves so from now on. */
  public void conduct(String name, WitnessConduct conduct) {
    party(name).conduct = conduct;
  }

  /** From now on all of them are well. */
  public void endFaults() {
    parties.values().forEach(party -> party.conduct = WitnessConduct.WELL);
  }

  private Party party(String name) {
    Party party = parties.get(name);
    if (party == null) {
      throw new IllegalStateException("the reader has checked that " + name + " is a witness");
    }
    return party;
  }

  /**
   * The way of a portal to each of them.
   *
   * @param handOver called where the portal waits for a witness
   */
  public List<WitnessLink> links(Consumer<HandOver> handOver) {
    List<WitnessLink> links = new ArrayList<>();
    parties.forEach(
        (name, party) -> links.add(new WitnessLink(party.signer.key(), new Port(name, handOver))));
    return links;
  }

  private Witness running(String name, Party party) {
    Witness witness =
        party.running.orElseGet(
            () ->
                new Witness(
                    world,
                    party.signer,
                    party.store,
                    logs,
                    evidence ->
                        events.accept(new SimEvent.Accused(name, party.about, evidence.text()))));
    party.running = Optional.of(witness);
    return witness;
  }

  /** The way to one witness. */
  private final class Port implements WitnessPort {

    private final String name;
    private final Consumer<HandOver> handOver;

    private Port(String name, Consumer<HandOver> handOver) {
      this.name = name;
      this.handOver = handOver;
    }

    @Override
    public WitnessAnswer add(AddCheckpoint request) {
      handOver.accept(HandOver.REQUEST);
      Party party = present();
      party.about = Checkpoint.claimedOrigin(request.checkpoint());
      WitnessAnswer answer =
          party.conduct == WitnessConduct.CORRUPT
              ? new WitnessAnswer.Cosigned(
                  List.of(party.signer.cosign(request.checkpoint().text(), world.now())))
              : running(name, party).add(request.octets());
      if (answer instanceof WitnessAnswer.Cosigned) {
        events.accept(
            new SimEvent.Cosigned(
                name, party.conduct == WitnessConduct.WELL, request.checkpoint().octets().utf8()));
      }
      handOver.accept(HandOver.RESPONSE);
      return answer;
    }

    @Override
    public Optional<Note> latest(String originHash) {
      handOver.accept(HandOver.REQUEST);
      Optional<Note> latest = running(name, present()).latest(originHash);
      handOver.accept(HandOver.RESPONSE);
      return latest;
    }

    private Party present() {
      Party party = party(name);
      if (party.conduct == WitnessConduct.AWAY) {
        throw TransparencyException.badWitness(party.signer.key().name(), "does not answer");
      }
      return party;
    }
  }
}
