package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Quorum;
import dev.meshsim.scenario.ShareRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The operations of people. */
final class Repertoire {

  private static final List<String> SITES = List.of("bank.example", "shop.example");
  private static final Quorum TWO_OF_THREE = new Quorum(2, 3);

  /** Every operation, in an order that never changes: seeds depend on it. */
  static final List<Act> ALL = all();

  /** Done where nothing else makes sense. */
  static final Act IDLE = act("accounts", 1, s -> true, s -> Map.of());

  private Repertoire() {}

  private static List<Act> all() {
    List<Act> acts = new ArrayList<>();
    acts.addAll(devices());
    acts.addAll(connections());
    acts.addAll(applications());
    acts.addAll(escrow());
    acts.addAll(surroundings());
    return List.copyOf(acts);
  }

  private static List<Act> devices() {
    return List.of(
        essential("createDevice", 40, s -> !s.has(Possession.DEVICE), s -> Map.of()),
        essential(
            "createAccount",
            40,
            s ->
                s.has(Possession.DEVICE)
                    && !s.has(Possession.SESSION)
                    && (!s.person().hasAccount() || s.dice().oneIn(20)),
            s -> Map.of("createAccount", s.person().account())),
        essential("refresh", 8, s -> s.has(Possession.SESSION), s -> Map.of()),
        act("publishAgain", 2, s -> s.has(Possession.SESSION), s -> Map.of()),
        act("changeDeviceKeys", 2, s -> s.has(Possession.SESSION), s -> Map.of()),
        act(
            "removeDevice",
            2,
            s -> s.has(Possession.SESSION) && s.anotherHas(Possession.SESSION),
            s -> Map.of("removeDevice", s.dice().of(s.othersWith(Possession.SESSION)))),
        act("findings", 1, s -> s.has(Possession.SESSION), s -> Map.of()),
        act("delete", 1, s -> s.has(Possession.SESSION), s -> Map.of()),
        new Act(
            "delete what is lost",
            "delete",
            30,
            true,
            s -> s.has(Possession.SESSION) && s.person().hasLost(s.machine()),
            s -> Map.of()),
        act("deleteAccount", 1, s -> s.has(Possession.SESSION) && s.dice().oneIn(3), s -> Map.of()),
        act("eraseTest", 1, s -> s.has(Possession.DEVICE) && s.dice().oneIn(3), s -> Map.of()),
        act("validate", 1, s -> true, s -> Map.of("validate", s.person().account())));
  }

  private static List<Act> connections() {
    return List.of(
        essential(
            "connect", 20, Repertoire::mayConnect, s -> Map.of("connect", s.person().account())),
        act(
            "connectAsAdministrator",
            12,
            Repertoire::mayConnect,
            s -> Map.of("connectAsAdministrator", s.person().account())),
        essential(
            "connectPending",
            12,
            s -> s.has(Possession.SESSION) && s.anotherHas(Possession.REQUEST),
            s -> Map.of()),
        essential("connectClose", 24, Repertoire::mayDecide, s -> closing(s, "ACCEPTED")),
        new Act(
            "reject", "connectClose", 3, false, Repertoire::mayDecide, s -> closing(s, "REJECTED")),
        act(
            "acceptAdministrator",
            16,
            Repertoire::mayDecide,
            s -> Map.of("acceptAdministrator", s.dice().of(s.asking()))),
        essential("poll", 20, Repertoire::waits, s -> comparing(s)),
        act("await", 3, s -> waits(s) && s.dice().oneIn(2), s -> comparing(s)));
  }

  private static boolean mayConnect(Situation s) {
    return s.has(Possession.DEVICE)
        && !s.has(Possession.SESSION)
        && s.person().hasAccount()
        && (!s.has(Possession.REQUEST) || s.dice().oneIn(8));
  }

  private static boolean mayDecide(Situation s) {
    return s.has(Possession.PENDING)
        && s.has(Possession.SESSION)
        && s.anotherHas(Possession.REQUEST);
  }

  private static boolean waits(Situation s) {
    return s.has(Possession.REQUEST)
        && !s.has(Possession.SESSION)
        && (!s.careful() || s.stage().view(s.machine()).isListed());
  }

  private static Map<String, Object> comparing(Situation s) {
    return !s.careful() && s.dice().oneIn(6) ? Map.of("compare", false) : Map.of();
  }

  private static Map<String, Object> closing(Situation s, String decision) {
    Map<String, Object> values = new HashMap<>(comparing(s));
    values.put("connectClose", s.dice().of(s.asking()));
    values.put("result", decision);
    return values;
  }

  private static List<Act> applications() {
    Predicate<Situation> open = s -> s.has(Possession.APPLICATION);
    return List.of(
        act(
            "add",
            10,
            s -> s.has(Possession.SESSION) && !s.has(Possession.APPLICATION),
            s -> Map.of("add", "PasswordProfile")),
        act(
            "application",
            10,
            s -> s.has(Possession.SESSION),
            s -> Map.of("application", "PasswordProfile")),
        act(
            "addDevice",
            10,
            s -> s.has(Possession.APPLICATION) && s.anotherHas(Possession.SESSION),
            s ->
                Map.of(
                    "addDevice",
                    s.dice().of(s.othersWith(Possession.SESSION)),
                    "admin",
                    s.dice().oneIn(2))),
        act(
            "put",
            20,
            open,
            s ->
                Map.of(
                    "put",
                    s.dice().of(SITES),
                    "user",
                    s.person().account(),
                    "password",
                    "password " + s.dice().below(1000) + " of " + s.machine())),
        act("get", 6, open, s -> Map.of("get", s.dice().of(SITES))),
        act("deleteSite", 2, open, s -> Map.of("deleteSite", s.dice().of(SITES))),
        act("update", 20, open, s -> Map.of()),
        act("conflict", 12, s -> s.stage().view(s.machine()).hasConflict(), s -> Map.of()),
        act(
            "resolve",
            20,
            s -> s.stage().view(s.machine()).hasConflict(),
            s -> Map.of("resolve", s.dice().oneIn(2) ? "mine" : "theirs")),
        act(
            "removeApplication",
            1,
            s -> s.has(Possession.APPLICATION),
            s -> Map.of("removeApplication", "PasswordProfile")));
  }

  private static List<Act> escrow() {
    return List.of(
        act("escrow", 2, s -> s.has(Possession.SESSION), s -> Map.of("escrow", TWO_OF_THREE)),
        act(
            "renewEscrow",
            1,
            s -> s.has(Possession.SESSION) && s.person().escrowedOn().isPresent(),
            s -> Map.of("renewEscrow", TWO_OF_THREE)),
        act(
            "recover",
            3,
            s -> !s.has(Possession.SESSION) && escrowed(s),
            s -> recovery(s, List.of(1, 3), false)),
        new Act(
            "recover with a typo",
            "recover",
            1,
            false,
            s -> !s.has(Possession.SESSION) && escrowed(s),
            s -> recovery(s, List.of(1, 2), true)),
        new Act(
            "recover with too few",
            "recover",
            1,
            false,
            s -> !s.has(Possession.SESSION) && escrowed(s),
            s -> recovery(s, List.of(2), false)),
        new Act(
            "recover with one share twice",
            "recover",
            1,
            false,
            s -> !s.has(Possession.SESSION) && escrowed(s),
            s -> recovery(s, List.of(2, 2), false)));
  }

  private static boolean escrowed(Situation s) {
    return s.person()
        .escrowedOn()
        .filter(machine -> s.stage().possessions(machine).contains(Possession.ESCROW))
        .isPresent();
  }

  private static Map<String, Object> recovery(Situation s, List<Integer> numbers, boolean typo) {
    String machine = s.person().escrowedOn().orElseThrow();
    List<ShareRef> shares = new ArrayList<>();
    for (int number : numbers) {
      shares.add(new ShareRef(machine, number, typo && shares.isEmpty()));
    }
    return Map.of("recover", s.person().account(), "shares", shares);
  }

  private static List<Act> surroundings() {
    return List.of(
        act("restart", 2, s -> s.has(Possession.DEVICE), s -> Map.of()),
        act("backup", 1, s -> s.has(Possession.DEVICE), s -> Map.of()));
  }

  private static Act essential(
      String word,
      int weight,
      Predicate<Situation> possible,
      Function<Situation, Map<String, Object>> values) {
    return new Act(word, word, weight, true, possible, values);
  }

  private static Act act(
      String word,
      int weight,
      Predicate<Situation> possible,
      Function<Situation, Map<String, Object>> values) {
    return new Act(word, word, weight, false, possible, values);
  }
}
