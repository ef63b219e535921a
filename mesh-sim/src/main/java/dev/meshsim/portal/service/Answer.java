package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The portal's answer to a request.
 *
 * @param reason of a refusal
 * @param denial of a refusal: the proof that there is no such entry
 */
record Answer(MeshResponse response, @Nullable RefusalReason reason, @Nullable Bytes denial) {

  Answer(MeshResponse response, @Nullable RefusalReason reason) {
    this(response, reason, null);
  }

  /**
   * The octets of the answer.
   *
   * @param explained true if the requester reads the reason of a refusal
   */
  Bytes write(Dialect dialect, Encoding encoding, boolean explained) {
    RefusalReason shown = explained ? reason : null;
    return shown == null && denial == null
        ? MessageCodec.write(dialect, encoding, response)
        : MessageCodec.write(dialect, encoding, response, shown, denial);
  }
}
