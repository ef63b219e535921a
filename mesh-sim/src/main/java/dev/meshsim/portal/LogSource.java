package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.transparency.LogKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a portal's log, from a Hello; the portal's keys are pinned. Thread-safe. */
public final class LogSource implements LogKeys {

  private final MeshPortal portal;
  private final KeyPins pins;
  private @Nullable KeyStatement accepted;

  /** The keys of a portal, remembered in {@code pins}. */
  public LogSource(MeshPortal portal, KeyPins pins) {
    this.portal = portal;
    this.pins = pins;
  }

  @Override
  public synchronized KeyStatement keys() {
    Optional<Bytes> pinned = pins.pinned(AccountName.domain(portal.domain()));
    KeyStatement known = accepted;
    // The machine's store may have been erased or replaced since.
    if (known == null || !pinned.equals(Optional.of(known.text()))) {
      known =
          pinned
              .map(KeyStatement::read)
              .filter(statement -> statement.log().isPresent())
              .orElseGet(this::askAgain);
    }
    accepted = known;
    return known;
  }

  @Override
  public synchronized KeyChain chain() {
    return KeyChain.of(keys(), pins.earlier(AccountName.domain(portal.domain())));
  }

  @Override
  public synchronized KeyStatement askAgain() {
    KeyStatement asked = KeyQuery.ask(portal, pins, null).keys();
    accepted = asked;
    return asked;
  }
}
