package dev.meshsim.transparency.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Cosignature;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A witness of logs (C2SP tlog-witness): it cosigns a checkpoint only if it continues the last one
 * of its log that it has cosigned. Nothing is answered before it is durable. Thread-safe.
 */
public final class Witness implements WitnessPort {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int INCONSISTENT = 422;
  private static final int UNAVAILABLE = 503;
  private static final TreeHead NONE = new TreeHead(0, TreeHasher.EMPTY_ROOT);

  /** A log that the witness knows; its lock makes check and change one step. */
  private record Log(String origin, List<NoteKey> keys, KeyChain chain) {}

  private final World world;
  private final NoteSigner signer;
  private final WitnessStore store;
  private final Consumer<Evidence> accused;
  private final Map<String, Log> logs = new HashMap<>();
  private final Map<String, Log> byHash = new HashMap<>();
  private volatile @Nullable String lost;

  /**
   * A witness.
   *
   * @param signer its key, of type {@link dev.meshsim.transparency.note.KeyType#COSIGNATURE}
   * @param store what it has cosigned with this key
   * @param known the keys of the logs that it cosigns; several of one name are of one log
   * @param accused gets the evidence of a log that has signed two histories
   */
  public Witness(
      World world,
      NoteSigner signer,
      WitnessStore store,
      List<NoteKey> known,
      Consumer<Evidence> accused) {
    this(world, signer, store, known, List.of(), accused);
  }

  /**
   * A witness that knows how logs have changed their keys.
   *
   * @param chains the statements of keys of some of the portals, for evidence
   */
  public Witness(
      World world,
      NoteSigner signer,
      WitnessStore store,
      List<NoteKey> known,
      List<KeyChain> chains,
      Consumer<Evidence> accused) {
    this.world = world;
    this.signer = signer;
    this.store = store;
    this.accused = accused;
    Map<String, List<NoteKey>> keys = new HashMap<>();
    known.forEach(key -> keys.computeIfAbsent(key.name(), none -> new ArrayList<>()).add(key));
    keys.forEach(
        (origin, its) -> {
          Log log = new Log(origin, List.copyOf(its), chainOf(chains, its));
          logs.put(origin, log);
          byHash.put(hash(origin), log);
        });
  }

  private static KeyChain chainOf(List<KeyChain> chains, List<NoteKey> keys) {
    return chains.stream()
        .filter(chain -> keys.stream().anyMatch(chain.logKeys()::contains))
        .findFirst()
        .orElse(KeyChain.NONE);
  }

  /** The public key of the witness. */
  public NoteKey key() {
    return signer.key();
  }

  /** The hash under which a log's checkpoint is published: SHA-256 of its origin, in lower case. */
  public static String hash(String origin) {
    return Sha256.of(Bytes.utf8(origin).toArray()).hex();
  }

  @Override
  public Optional<Note> latest(String originHash) {
    return Optional.ofNullable(byHash.get(originHash)).flatMap(log -> store.latest(log.origin()));
  }

  /** Answers a request. */
  public WitnessAnswer add(Bytes request) {
    try {
      return add(AddCheckpoint.parse(request));
    } catch (TransparencyException e) {
      return new WitnessAnswer.Refused(BAD_REQUEST, e.problem());
    }
  }

  @Override
  public WitnessAnswer add(AddCheckpoint request) {
    Note note = request.checkpoint();
    Log log;
    TreeHead tree;
    try {
      log = logs.get(Checkpoint.claimedOrigin(note));
      if (log == null) {
        return new WitnessAnswer.Refused(NOT_FOUND, "this witness does not know the log");
      }
      note.verify(log.keys());
      tree = Checkpoint.verified(note).tree();
    } catch (TransparencyException e) {
      boolean read = e.errorCode() != TransparencyException.Code.BAD_NOTE;
      return new WitnessAnswer.Refused(read ? FORBIDDEN : BAD_REQUEST, e.problem());
    }
    if (request.old() > tree.size()) {
      return new WitnessAnswer.Refused(
          BAD_REQUEST, "the old size is greater than that of the checkpoint");
    }
    synchronized (log) {
      return cosigned(request, log, tree);
    }
  }

  private WitnessAnswer cosigned(AddCheckpoint request, Log log, TreeHead tree) {
    Optional<Note> known = store.latest(log.origin());
    TreeHead last = known.map(note -> Checkpoint.verified(note).tree()).orElse(NONE);
    noticeLoss(request.checkpoint(), tree, last);
    if (lost != null) {
      return new WitnessAnswer.Refused(UNAVAILABLE, "this witness has lost its state: " + lost);
    }
    if (request.old() != last.size()) {
      return new WitnessAnswer.Conflict(last.size());
    }
    try {
      new ProofCheck().consistency(last, request.proof(), tree);
    } catch (TransparencyException e) {
      known.ifPresent(note -> accuse(request, log, note, last));
      return new WitnessAnswer.Refused(INCONSISTENT, e.problem());
    }
    NoteSignature line = signer.cosign(request.checkpoint().text(), notBefore(known));
    try {
      store.put(log.origin(), only(request.checkpoint(), log.keys()).with(line));
    } catch (MeshException e) {
      return new WitnessAnswer.Refused(UNAVAILABLE, "this witness cannot keep its state");
    }
    return new WitnessAnswer.Cosigned(List.of(line));
  }

  /** The time of a cosignature; as sizes never fall, times do not fall either. */
  private Instant notBefore(Optional<Note> known) {
    Instant now = world.now();
    return known
        .flatMap(note -> Cosignature.time(note, signer.key()))
        .filter(last -> last.isAfter(now))
        .orElse(now);
  }

  /** The note with the signatures of the log alone: lines of others may be anything. */
  private static Note only(Note note, List<NoteKey> keys) {
    List<NoteSignature> lines = new ArrayList<>();
    keys.forEach(key -> note.signatureOf(key).ifPresent(lines::add));
    return new Note(note.text(), lines);
  }

  /**
   * Notices a checkpoint with a cosignature of this witness that its state does not know: the state
   * was lost, or an older one was put in its place.
   */
  private void noticeLoss(Note checkpoint, TreeHead tree, TreeHead last) {
    if (lost == null
        && isBeyond(tree, last)
        && checkpoint.signatureOf(signer.key()).isPresent()
        && isCosigned(checkpoint)) {
      lost = "it has cosigned " + tree.size() + " records and knows of " + last.size();
    }
  }

  private static boolean isBeyond(TreeHead tree, TreeHead last) {
    return tree.size() > last.size() || (tree.size() == last.size() && !tree.equals(last));
  }

  private boolean isCosigned(Note checkpoint) {
    try {
      checkpoint.verify(List.of(signer.key()));
      return true;
    } catch (TransparencyException e) {
      return false;
    }
  }

  /** The reason why the witness has stopped for good; empty if it has not. */
  public Optional<String> lost() {
    return Optional.ofNullable(lost);
  }

  private void accuse(AddCheckpoint request, Log log, Note known, TreeHead last) {
    List<Bytes> path = new ArrayList<>(request.proof());
    if (last.size() > 0
        && Long.bitCount(last.size()) == 1
        && last.size() < Checkpoint.verified(request.checkpoint()).tree().size()) {
      path.add(0, last.root());
    }
    Note older = only(known, log.keys());
    Note newer = only(request.checkpoint(), log.keys());
    for (NoteKey key : log.keys()) {
      ForkEvidence evidence = ForkEvidence.of(log::chain, key, older, newer, path);
      try {
        evidence.judge();
      } catch (TransparencyException e) {
        // A wrong proof alone shows nothing.
        continue;
      }
      accused.accept(evidence);
      return;
    }
  }
}
