package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.ProjectDirectory;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.cli.console.TrustOption;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.EncodedPortal;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.report.RunTotals;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.conformance.CasePlays;
import dev.meshsim.scenario.conformance.Outside;
import dev.meshsim.scenario.conformance.OwnCases;
import dev.meshsim.scenario.conformance.OwnNames;
import dev.meshsim.scenario.conformance.RuleLedger;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.scenario.recording.ProtectedLink;
import dev.meshsim.scenario.run.RunControls;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.Runner;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim conformance}. */
@Command(
    name = "conformance",
    description = {
      "Plays the suite against a portal that runs already, and prints for each rule of portals",
      "whether it is kept, broken or could not be tried, and why. A case in which a request has no",
      "answer is played again, three times at most.",
      "Accounts get names of the kit, and are deleted afterwards; published profiles stay, because",
      "the protocol deletes none. From outside nobody sees what a portal writes to its log."
    },
    mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {

  private static final int SEED_OCTETS = 4;

  private final Console console;

  @Parameters(paramLabel = "URL", description = "The portal's address, http://HOST:PORT.")
  private String url = "";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mesh",
      description = "The dialect of the portal, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "";

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      defaultValue = OwnNames.SUITE_DOMAIN,
      description = "The domain of the portal's accounts. Default: ${DEFAULT-VALUE}.")
  private String domain = "";

  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Try only this rule, name-taken for example; may be given several times.")
  private List<String> rules = List.of();

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "The scenarios to play. Default: the project's scenarios/.")
  private @Nullable Path scenarios;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed, from which the names of accounts come too. Default: a random one.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "mesh-sim-conformance",
      description =
          "The results directory, with the report and junit.xml; the cases as they were played are"
              + " beside it, below DIR-cases, and what was played again is in DIR-play-2."
              + " Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Mixin private EncodingOption encoding = new EncodingOption();

  @Mixin private ProtectOption protect = new ProtectOption();

  public ConformanceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PortalAddress address = PortalAddress.parse(url);
    requireRules();
    Dialect spoken = Dialect.named(dialect);
    long drawn = seed();
    RunOptions options = options(drawn, spoken, address);
    PortalConnections connections = trust.connections();
    CasePlays plays = new CasePlays();
    OwnCases cases;
    try (OpenLink link = OpenLink.elsewhere(address, connections)) {
      MeshPortal portal =
          MeshPortalRemote.at(address, AccountName.domain(domain), spoken, connections);
      EncodedPortal.offered(portal, options.encoding());
      PortalLink encoded = link.link().in(options.encoding());
      RunControls controls =
          RunControls.plain().over(ProtectedLink.of(encoded, options.protection(), protect.key()));
      cases = cases(drawn);
      plays.ended(play(options, out, plays, controls));
      for (int n = 2; n <= CasePlays.MOST && !plays.again().isEmpty(); n++) {
        playAgain(n, options, plays, controls);
      }
      if (plays.totals().undecided() > 0 && answers(portal)) {
        plays.answers();
      }
    }
    RunTotals totals = plays.totals();
    RuleLedger ledger = new RuleLedger(cases, plays);
    print(ledger.rows().stream().filter(row -> isWanted(row.rule())).toList(), totals);
    return totals.exitCode();
  }

  private RunOptions options(long drawn, Dialect spoken, PortalAddress address) {
    return new RunOptions(
        drawn,
        Optional.of(spoken),
        Optional.empty(),
        RunOptions.DEFAULT_STORE,
        address.toString(),
        encoding.encoding(),
        protect.level(encoding.encoding()));
  }

  /** Plays the cases that were written for the seed of some options. */
  private RunTotals play(RunOptions options, Path results, CasePlays plays, RunControls controls) {
    Path copies = copies(options.seed());
    RunPlan all =
        RunPlan.of(Files.isDirectory(copies) ? ScenarioFiles.read(List.of(copies)) : List.of());
    RunPlan plan =
        new RunPlan(
            all.rejected(),
            all.cases().stream().filter(one -> isChosen(one.scenario().tags())).toList());
    plays.begin(results);
    return new Runner(options, results, List.of(plays), controls).run(plan);
  }

  /** Plays the cases in which a request had no answer, with other names. */
  private void playAgain(int number, RunOptions first, CasePlays plays, RunControls controls) {
    Set<String> again = plays.again();
    console.note(
        again.size()
            + " cases had a request without an answer, and are played again: play "
            + number);
    byte[] drawn =
        World.seeded(first.seed()).stream("mesh-sim", "conformance play " + number)
            .bytes(SEED_OCTETS);
    long next = unsigned(drawn);
    cases(next);
    play(
        options(next, first.dialect().orElseThrow(), PortalAddress.parse(url)),
        out.resolveSibling(out.getFileName() + "-play-" + number),
        plays,
        controls.only(again));
  }

  /** True if the portal answers a Hello now. */
  private static boolean answers(MeshPortal portal) {
    try {
      portal.exchange(MessageCodec.write(portal.dialect(), HelloRequest.plain()));
      return true;
    } catch (MeshException e) {
      return false;
    }
  }

  private boolean isWanted(Rule rule) {
    return rules.isEmpty()
        || rules.contains(rule.tag())
        || rules.contains(rule.tag().substring(Rule.TAG.length()));
  }

  private List<Rule> wanted() {
    return Outside.rules().stream().filter(this::isWanted).toList();
  }

  private boolean isChosen(List<String> tags) {
    return wanted().stream().map(Rule::tag).anyMatch(tags::contains);
  }

  private void requireRules() {
    List<String> known =
        Outside.rules().stream().map(rule -> rule.tag().substring(Rule.TAG.length())).toList();
    for (String wanted : rules) {
      if (Outside.rules().stream().noneMatch(rule -> rule.tag().equals(wanted))
          && !known.contains(wanted)) {
        throw new InputException(
            "there is no rule " + Quote.text(wanted) + " of portals",
            DidYouMean.to(wanted, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("docs/coverage.md lists them"));
      }
    }
  }

  private long seed() {
    if (seed != null) {
      return seed;
    }
    return unsigned(World.system().stream("mesh-sim", "conformance seed").bytes(SEED_OCTETS));
  }

  private static long unsigned(byte[] drawn) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(drawn).getInt());
  }

  /** A directory of its own for each run: nothing of an earlier one is played or deleted. */
  private Path copies(long drawn) {
    return out.toAbsolutePath().resolveSibling(out.getFileName() + "-cases").resolve(mark(drawn));
  }

  private static String mark(long drawn) {
    return Long.toString(drawn, Character.MAX_RADIX);
  }

  private OwnCases cases(long drawn) {
    Path to = copies(drawn);
    Path suite =
        (scenarios == null ? ProjectDirectory.path("scenarios") : scenarios).toAbsolutePath();
    try {
      return OwnCases.write(
          suite, ScenarioFiles.in(suite), to, wanted(), AccountName.domain(domain), mark(drawn));
    } catch (IOException e) {
      throw new InputException(
          Quote.of(to) + ": the cases cannot be written: " + IoReason.of(e),
          "name a directory that may be written to with --out");
    }
  }

  private void print(List<RuleLedger.Row> rows, RunTotals totals) {
    for (RuleLedger.Row row : rows) {
      String tag = row.rule().tag();
      console.line(
          String.format(
              Locale.ROOT, "%-10s %-26s %s", row.state().words(), tag, row.rule().sentence()));
      if (row.state() != RuleLedger.State.KEPT) {
        console.line("           " + row.why());
      }
      row.directory()
          .ifPresent(results -> console.line("           exchanges: " + Quote.of(results)));
    }
    long kept = rows.stream().filter(row -> row.state() == RuleLedger.State.KEPT).count();
    long broken = rows.stream().filter(row -> row.state() == RuleLedger.State.BROKEN).count();
    console.line(
        kept
            + " rules kept, "
            + broken
            + " broken, "
            + (rows.size() - kept - broken)
            + " not tried; "
            + (totals.passed() + totals.failed())
            + " cases played, report in "
            + Quote.of(out));
  }
}
