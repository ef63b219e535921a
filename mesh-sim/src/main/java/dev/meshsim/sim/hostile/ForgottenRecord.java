package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record that the portal writes into a branch of its log, which it then gives up. */
final class ForgottenRecord implements Lie {

  private final Copies copies;
  private @Nullable CopiedPortal branch;
  private boolean told;

  ForgottenRecord(Copies copies) {
    this.copies = copies;
  }

  /** A challenge of the branch is good there only, so the client gets it from there. */
  @Override
  public Optional<Bytes> tell(Asked asked) {
    boolean publishes = asked.request() instanceof PublishRequest;
    if (told || !(publishes || asked.request() instanceof HelloRequest)) {
      return Optional.empty();
    }
    CopiedPortal present = branch == null ? copies.open(Copies.Checkpoints.UNWITNESSED) : branch;
    branch = present;
    Bytes response = present.exchange(asked.octets());
    told =
        publishes
            && Status.isSuccess(
                MessageCodec.readResponse(asked.dialect(), response, asked.transaction()).status());
    return Optional.of(response);
  }
}
