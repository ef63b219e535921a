package dev.meshsim.transparency.service;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.LogTree;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cosignatures of one portal's checkpoints. All witnesses are asked at once about one
 * checkpoint; when enough have answered it is published, and those who answer later are added.
 * Cosignatures are not stored: after a start the witnesses are asked again. Thread-safe.
 */
final class Cosigning {

  /** When a witness that has failed is asked again. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final World world;
  private final LogTree tree;
  private final LogPartners partners;
  private final Consumer<Note> ahead;
  private final Map<NoteKey, Asked> witnesses = new HashMap<>();
  private @Nullable Note target;
  private final Map<NoteKey, NoteSignature> lines = new LinkedHashMap<>();
  private Instant begun = Instant.MIN;
  private @Nullable Note published;

  /** The questions to one witness, and the last answer. */
  private static final class Asked {
    private final WitnessLink link;
    private boolean busy;
    private Instant notBefore = Instant.MIN;
    private long size;
    private @Nullable Note last;

    Asked(WitnessLink link) {
      this.link = link;
    }
  }

  /**
   * Collects cosignatures.
   *
   * @param ahead gets a checkpoint that a witness has, signed by this log, of more records than
   *     this log has
   */
  Cosigning(World world, LogTree tree, LogPartners partners, Consumer<Note> ahead) {
    this.world = world;
    this.tree = tree;
    this.partners = partners;
    this.ahead = ahead;
    partners.witnesses().forEach(link -> witnesses.put(link.key(), new Asked(link)));
  }

  /** The last checkpoint that enough witnesses have cosigned, with all its cosignatures. */
  synchronized Optional<Note> published() {
    return Optional.ofNullable(published);
  }

  /** Asks the witnesses that are due to be asked. */
  void tend(Note newest, Executor executor) {
    for (Runnable question : questions(newest)) {
      executor.execute(question);
    }
  }

  private synchronized List<Runnable> questions(Note newest) {
    Instant now = world.now();
    boolean met = target != null && partners.policy().isMetBy(lines.keySet());
    boolean waiting = witnesses.values().stream().anyMatch(asked -> asked.busy);
    boolean old = !now.isBefore(begun.plus(partners.refresh()));
    if (target == null || ((met || !waiting) && (old || !newest.equals(target)))) {
      target = newest;
      lines.clear();
      begun = now;
    }
    Note about = target;
    List<Runnable> questions = new ArrayList<>();
    for (Asked asked : witnesses.values()) {
      if (!asked.busy && !now.isBefore(asked.notBefore) && !lines.containsKey(asked.link.key())) {
        asked.busy = true;
        questions.add(() -> ask(asked, about));
      }
    }
    return questions;
  }

  private void ask(Asked asked, Note about) {
    boolean answered = false;
    try {
      answered = cosign(asked, about, true);
    } catch (MeshException e) {
      warn(asked, e.problem());
    } finally {
      synchronized (this) {
        asked.busy = false;
        asked.notBefore = answered ? Instant.MIN : world.now().plus(RETRY);
      }
    }
  }

  private void warn(Asked asked, String problem) {
    partners.warnings().accept("the witness " + asked.link.key().name() + ": " + problem);
  }

  private boolean cosign(Asked asked, Note about, boolean again) {
    WitnessAnswer answer = asked.link.port().add(request(asked, about));
    if (answer instanceof WitnessAnswer.Cosigned signed) {
      return arrived(asked, about, signed.signatures());
    }
    if (answer instanceof WitnessAnswer.Conflict conflict) {
      return again && isFollowed(asked, about, conflict.size()) && cosign(asked, about, false);
    }
    WitnessAnswer.Refused refused = (WitnessAnswer.Refused) answer;
    warn(asked, "it answered " + refused.status() + ": " + refused.reason());
    return false;
  }

  private AddCheckpoint request(Asked asked, Note about) {
    long to = size(about);
    long from = Math.min(asked.size, to);
    return new AddCheckpoint(from, tree.proofs().consistency(from, to), about);
  }

  private static long size(Note note) {
    return Checkpoint.verified(note).tree().size();
  }

  /**
   * Learns the size that a witness knows.
   *
   * @return false if there is no proof from there
   */
  private boolean isFollowed(Asked asked, Note about, long size) {
    if (size > size(about)) {
      // Another process on the store may have had a later checkpoint cosigned.
      if (size > tree.size()) {
        askForLarger(asked, about, size);
      }
      return false;
    }
    Note last = asked.last;
    asked.size = size;
    if (last != null && size(last) > size) {
      // It has forgotten what it cosigned. Shown its own cosignature it stops, if it is honest.
      asked
          .link
          .port()
          .add(new AddCheckpoint(size, tree.proofs().consistency(size, size(last)), last));
      warn(asked, "it has lost its state: it knows of " + size + " records, and had cosigned more");
      asked.last = null;
      return false;
    }
    return true;
  }

  /** Gets the checkpoint that a witness knows, if this log has signed it. */
  private void askForLarger(Asked asked, Note about, long size) {
    Optional<Note> known = asked.link.port().latest(Witness.hash(Checkpoint.claimedOrigin(about)));
    if (known.isPresent()) {
      ahead.accept(known.get());
    } else {
      warn(asked, "it says that it knows of " + size + " records, and does not show them");
    }
  }

  private boolean arrived(Asked asked, Note about, List<NoteSignature> answered) {
    NoteKey key = asked.link.key();
    Note signed = about;
    for (NoteSignature line : answered) {
      signed = signed.with(line);
    }
    Optional<NoteSignature> own = signed.signatureOf(key);
    if (own.isEmpty()) {
      throw TransparencyException.badWitness(key.name(), "gives no cosignature of its key");
    }
    try {
      signed.verify(List.of(key));
    } catch (TransparencyException e) {
      throw TransparencyException.badWitness(key.name(), "gives a wrong cosignature");
    }
    take(asked, about, own.get());
    return true;
  }

  private synchronized void take(Asked asked, Note about, NoteSignature line) {
    asked.size = size(about);
    asked.last = about.with(line);
    if (!about.equals(target)) {
      return;
    }
    lines.put(asked.link.key(), line);
    if (partners.policy().isMetBy(lines.keySet())) {
      Note all = about;
      for (NoteSignature each : lines.values()) {
        all = all.with(each);
      }
      published = all;
    }
  }
}
