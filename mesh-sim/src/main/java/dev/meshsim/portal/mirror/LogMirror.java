package dev.meshsim.portal.mirror;

import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.jlog.JlogPortalStoreProvider;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.ProvedTransfer;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mirror of a portal's log in a directory: two {@code .jlog} files and a state file. Each run
 * brings the copy to the latest checkpoint and verifies it: every record by its proof before it is
 * written and by its leaf hash after that, every head of the map by the records below it before
 * they are written, and the tree by its root. A run that was stopped at any point is continued by
 * the next one.
 *
 * <p>A copy is verified up to the checkpoint that {@link #run} returns, and never more: after a
 * failure the state file names the checkpoint that it named before.
 */
public final class LogMirror {

  /** The user part of the account that an auditor's requests name; it need not exist. */
  private static final String AUDITOR = "auditor@";

  private final World world;
  private final MeshPortal portal;
  private final RequestEnvelope.Signer auditor;
  private final @Nullable NoteKey key;
  private final DurableFiles files;
  private final Path directory;
  private final Consumer<String> warnings;

  /**
   * A mirror of a portal's log.
   *
   * @param auditor the signer of the requests, whose key is one of the portal's auditors
   * @param key the key of the log; null for the one that the portal shows at first contact, which
   *     the state file keeps
   * @param directory where the copy is; made if it is absent
   * @param warnings gets a line for each thing a person should know
   */
  public LogMirror(
      World world,
      MeshPortal portal,
      RequestEnvelope.Signer auditor,
      @Nullable NoteKey key,
      DurableFiles files,
      Path directory,
      Consumer<String> warnings) {
    this.world = world;
    this.portal = portal;
    this.auditor = auditor;
    this.key = key;
    this.files = files;
    this.directory = directory.toAbsolutePath().normalize();
    this.warnings = warnings;
  }

  /**
   * The result of a run.
   *
   * @param checkpoint the checkpoint up to which the copy is verified
   * @param note the signed checkpoint
   * @param before the records that were verified before this run
   * @param heads the heads of the map that this run has computed again
   */
  public record Result(Checkpoint checkpoint, Note note, long before, int heads) {}

  /**
   * Brings the copy to the portal's latest checkpoint.
   *
   * @throws TransparencyException {@code transparency.rolled-back} and {@code forked}, with
   *     evidence, if the log does not continue what was seen; {@code withheld} if a record is
   *     missing, {@code bad-proof} if one is not that of the log, {@code false-map} if a checkpoint
   *     names other records as the latest ones; {@code bad-copy} if the directory has another copy
   * @throws dev.meshsim.portal.PortalRefusedException if the portal does not know the auditor or
   *     keeps no log
   */
  public Result run() {
    try (PortalStore store =
        new JlogPortalStoreProvider().over(files).orElseThrow().open(directory, world, warnings)) {
      return new Run(store).go();
    }
  }

  /** One run, which has the directory for itself. */
  private final class Run {

    private final PortalStore store;
    private final ProvedTransfer transfer;
    private MirrorState state;

    Run(PortalStore store) {
      this.store = store;
      this.state = stateOf(store);
      MirrorKeys keys =
          new MirrorKeys(
              portal,
              key,
              state,
              (statement, earlier) -> keep(state.withStatement(statement, earlier)));
      MeshClient client =
          new MeshClient(world, "mirror", portal, AccountName.parse(AUDITOR + portal.domain()));
      this.transfer = ProvedTransfer.all(portal, client, this::signer, keys);
    }

    private MirrorState stateOf(PortalStore copy) {
      MirrorState kept = MirrorState.read(files, directory);
      if (kept == null) {
        if (copy.tree().size() > 0) {
          throw bad("the directory has records, and no state file of a mirror");
        }
        return MirrorState.first(portal.domain());
      }
      if (!kept.domain().equals(portal.domain())) {
        throw TransparencyException.otherOrigin(kept.domain(), portal.domain());
      }
      HeadProof verified = kept.verified();
      if (verified != null && !has(copy.tree(), treeOf(verified))) {
        throw bad("its records are not those of the checkpoint that its state file names");
      }
      return kept;
    }

    /** The auditor, who names the latest checkpoint that the portal has shown. */
    private RequestEnvelope.Signer signer() {
      HeadProof latest = state.latest();
      return auditor.and(SeenCheckpoint.header(latest == null ? "" : latest.checkpoint()));
    }

    private void keep(MirrorState next) {
      next.write(files, directory);
      state = next;
    }

    Result go() {
      HeadProof verified = state.verified();
      long before = verified == null ? 0 : verified.mapHead().number();
      HeadProof head = transfer.checkpoint(state.latest());
      if (!head.equals(state.latest())) {
        keep(state.withTarget(head));
      }
      TreeHead tree = treeOf(head);
      if (store.tree().size() > tree.size()) {
        throw bad("it has more records than the checkpoint of " + tree.size());
      }
      int heads = new MirrorWriter(store, files, directory).write(transfer, head, tree.size());
      if (!has(store.tree(), tree)) {
        throw bad("its records lead to another root than the checkpoint of " + tree.size());
      }
      keep(state.withVerified(head));
      Note note = head.note();
      return new Result(Checkpoint.verified(note), note, before, heads);
    }

    private TransparencyException bad(String problem) {
      return TransparencyException.badCopy(directory.toString(), problem);
    }
  }

  private static TreeHead treeOf(HeadProof head) {
    return Checkpoint.verified(head.note()).tree();
  }

  private static boolean has(LogTree copy, TreeHead tree) {
    return copy.size() >= tree.size() && copy.head(tree.size()).equals(tree);
  }
}
