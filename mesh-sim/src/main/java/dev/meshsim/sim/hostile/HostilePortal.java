package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A portal that lies while behaviours are switched on, in front of an honest portal. Each machine
 * reaches it through {@link #seenBy}, so that it can lie to one machine only. It reads the messages
 * that pass and remembers them; it has keys of its own and no other secret. With the same world and
 * the same exchanges it tells the same lies, octet for octet. Not thread-safe.
 */
public final class HostilePortal {

  private final MeshPortal honest;
  private final Copies copies;
  private final Listener listener;
  private final Impostor impostor;
  private final Seen seen = new Seen();
  private final List<Active> active = new ArrayList<>();
  private final List<Begun> idle = new ArrayList<>();
  private final Set<HostileBehaviour> happened = new LinkedHashSet<>();

  /**
   * A behaviour that was switched on.
   *
   * @param victim the machine that is lied to; all if empty
   * @param origin where it was switched on, for a report: a line of a scenario, for example
   */
  public record Begun(HostileBehaviour behaviour, Optional<String> victim, String origin) {}

  /** Is called when a lie was told. */
  public interface Listener {

    /**
     * A lie was told.
     *
     * @param reached true if the honest portal got the request
     */
    void told(HostileBehaviour behaviour, boolean reached);
  }

  private record Active(Begun begun, Lie lie) {

    boolean isFor(String machine) {
      return begun.victim().map(machine::equals).orElse(true);
    }
  }

  /** A portal that makes no branches of its log. */
  public HostilePortal(World world, MeshPortal honest) {
    this(
        world,
        honest,
        (checkpoints, view) -> {
          throw new IllegalStateException("this portal was given no copies of itself");
        });
  }

  /**
   * A portal that is honest until a behaviour begins.
   *
   * @param world the source of the portal's own keys
   * @param honest the portal that it wraps
   * @param copies makes the branches of its log
   */
  public HostilePortal(World world, MeshPortal honest, Copies copies) {
    this(world, honest, copies, (behaviour, reached) -> {});
  }

  /** A portal that says when it lies. */
  public HostilePortal(World world, MeshPortal honest, Copies copies, Listener listener) {
    this.honest = honest;
    this.copies = copies;
    this.listener = listener;
    this.impostor = new Impostor(world, honest);
  }

  /** The honest portal. */
  public MeshPortal honest() {
    return honest;
  }

  /** The portal as a machine reaches it. */
  public MeshPortal seenBy(String machine) {
    return seenBy(machine, honest);
  }

  /**
   * The portal as a machine reaches it.
   *
   * @param way the machine's way to the honest portal, on which others may watch
   */
  public MeshPortal seenBy(String machine, MeshPortal way) {
    return new Connection(machine, way);
  }

  /** Switches a behaviour on; see {@link #begin(HostileBehaviour, Optional, String)}. */
  public void begin(HostileBehaviour behaviour, Optional<String> victim) {
    begin(behaviour, victim, "");
  }

  /**
   * Switches a behaviour on. Of several that change one answer the earliest has the last word.
   *
   * @param victim the machine that is lied to; all if empty
   * @param origin where it was switched on, for a report
   */
  public void begin(HostileBehaviour behaviour, Optional<String> victim, String origin) {
    Begun begun = new Begun(behaviour, victim, origin);
    active.add(new Active(begun, behaviour.begin(seen, copies)));
    idle.add(begun);
  }

  /** Switches a behaviour off, for the victim that it was switched on for. */
  public void end(HostileBehaviour behaviour, Optional<String> victim) {
    active.removeIf(
        on -> on.begun().behaviour() == behaviour && on.begun().victim().equals(victim));
  }

  /** Switches every behaviour off. */
  public void end() {
    active.clear();
  }

  /** The portal that others than its clients see; empty if it is the honest one. */
  public Optional<CopiedPortal> shownTo(Audience audience) {
    for (Active on : active) {
      Optional<CopiedPortal> shown = on.lie().shownTo(audience);
      if (shown.isPresent()) {
        happened.add(on.begun().behaviour());
        idle.remove(on.begun());
        return shown;
      }
    }
    return Optional.empty();
  }

  /** The behaviours that have changed an answer, in the order of their first. */
  public List<HostileBehaviour> happened() {
    return List.copyOf(happened);
  }

  /** The behaviours that were switched on and have changed no answer. */
  public List<Begun> unfinished() {
    return List.copyOf(idle);
  }

  private Bytes exchange(String machine, MeshPortal way, Bytes octets) {
    Optional<MeshRequest> request = read(octets);
    if (request.isEmpty()) {
      return way.exchange(octets);
    }
    List<Active> lies = active.stream().filter(on -> on.isFor(machine)).toList();
    return exchange(request.get(), octets, way, lies);
  }

  private Bytes exchange(MeshRequest request, Bytes octets, MeshPortal way, List<Active> lies) {
    if (lies.isEmpty()) {
      return forward(request, octets, way);
    }
    Active first = lies.get(0);
    Asked asked =
        new Asked(
            request,
            octets,
            RequestEnvelope.isEnvelope(octets),
            honest.dialect(),
            seen,
            impostor,
            () -> exchange(request, whole(request, octets), way, lies.subList(1, lies.size())));
    Optional<Bytes> lie = first.lie().tell(asked);
    if (lie.isEmpty()) {
      return asked.honestOctets();
    }
    happened.add(first.begun().behaviour());
    idle.remove(first.begun());
    listener.told(first.begun().behaviour(), asked.isForwarded());
    return lie.get();
  }

  /** A request whose answer has everything that a lie may change. */
  private Bytes whole(MeshRequest request, Bytes octets) {
    if (!(request instanceof GetRequest get) || RequestEnvelope.isEnvelope(octets)) {
      return octets;
    }
    Bytes query = get.log();
    return query == null
        ? octets
        : MessageCodec.write(honest.dialect(), get.with(LogQuery.read(query).having(null)));
  }

  private Bytes forward(MeshRequest request, Bytes octets, MeshPortal way) {
    Bytes response = way.exchange(octets);
    seen.note(
        request, MessageCodec.readResponse(honest.dialect(), response, Transaction.of(request)));
    return response;
  }

  private Optional<MeshRequest> read(Bytes octets) {
    Dialect dialect = honest.dialect();
    try {
      Bytes request =
          RequestEnvelope.isEnvelope(octets)
              ? RequestEnvelope.open(dialect, octets).request()
              : octets;
      return Optional.of(MessageCodec.readRequest(dialect, request));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  /** The portal as one machine reaches it. */
  private final class Connection implements MeshPortal {

    private final String machine;
    private final MeshPortal way;

    private Connection(String machine, MeshPortal way) {
      this.machine = machine;
      this.way = way;
    }

    @Override
    public String domain() {
      return honest.domain();
    }

    @Override
    public Dialect dialect() {
      return honest.dialect();
    }

    @Override
    public boolean keepsLog() {
      return honest.keepsLog();
    }

    @Override
    public Bytes exchange(Bytes request) {
      return HostilePortal.this.exchange(machine, way, request);
    }
  }
}
