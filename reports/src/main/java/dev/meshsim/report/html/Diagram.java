package dev.meshsim.report.html;

import dev.meshsim.report.StepResult;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.sequence.Elapsed;
import dev.meshsim.report.sequence.Entry;
import dev.meshsim.report.sequence.Lane;
import dev.meshsim.report.sequence.Reply;
import dev.meshsim.report.sequence.Sequence;

/**
 * Draws a sequence diagram in SVG for a page: time goes downwards, and a message leads to its
 * section of the page. The place of a text does not depend on the width of its letters, so any font
 * serves.
 */
final class Diagram {

  private static final int HEAD = 30;
  private static final int STEP = 30;
  private static final int MESSAGE = 32;
  private static final int FAULT = 16;
  private static final int COMMIT = 24;
  private static final int WAIT = 34;

  /** The names of the lanes are repeated after this height. */
  private static final int REPEAT = 600;

  private final Markup rows = new Markup();
  private final Lanes lanes;
  private final Sequence sequence;
  private int y;
  private int lastHead;

  private Diagram(Sequence sequence) {
    this.lanes = Lanes.of(sequence);
    this.sequence = sequence;
  }

  /** Writes the diagram. */
  static void write(Markup page, Sequence sequence) {
    Diagram diagram = new Diagram(sequence);
    Lanes lanes = diagram.lanes;
    diagram.draw();
    int height = diagram.y + 8;
    page.open(
        "svg",
        "class",
        "sequence",
        "width",
        text(lanes.width()),
        "height",
        text(height),
        "viewBox",
        "0 0 " + lanes.width() + " " + height,
        "role",
        "group",
        "aria-label",
        "Sequence diagram");
    for (int i = 0; i < lanes.lanes().size(); i++) {
      line(page, "life", lanes.x(i), HEAD, lanes.x(i), height);
    }
    page.markup(diagram.rows).closeLine();
  }

  private void draw() {
    heads(rows);
    for (Entry entry : sequence.entries()) {
      if (entry instanceof Entry.Step step) {
        if (y - lastHead > REPEAT) {
          heads(rows);
        }
        step(rows, step.result());
      } else if (entry instanceof Entry.Message message) {
        message(rows, message);
      } else if (entry instanceof Entry.Commits commits) {
        commits(rows, commits);
      } else if (entry instanceof Entry.Wait wait) {
        waiting(rows, wait);
      }
    }
  }

  private void heads(Markup page) {
    lastHead = y;
    for (int i = 0; i < lanes.lanes().size(); i++) {
      Lane lane = lanes.lanes().get(i);
      int width = lanes.gap() - 12;
      page.open("g", "class", "head " + style(lane));
      rect(page, "box", lanes.x(i) - width / 2, y + 2, width, HEAD - 4);
      label(page, "name", lanes.x(i), y + HEAD / 2 + 5, Strings.cut(lane.name(), Lanes.NAME));
      page.closeLine();
    }
    y += HEAD + 4;
  }

  private static String style(Lane lane) {
    return switch (lane.kind()) {
      case STORES -> "stores";
      case MACHINE, OTHER -> "machine";
      case PORTAL -> "portal";
    };
  }

  private void step(Markup page, StepResult step) {
    boolean ran = step.time().isPresent();
    page.open("g", "class", "step " + (ran ? Page.style(step.verdict()) : "never"));
    rect(page, "band", 0, y + 3, lanes.width(), STEP - 6);
    step.time()
        .ifPresent(
            time ->
                page.element(
                    "text", sequence.since(time), "class", "time", "x", "6", "y", text(y + 19)));
    page.open("text", "class", "title", "x", text(Lanes.GUTTER), "y", text(y + 19));
    page.text(step.number() + "  " + Strings.cut(step.title(), 120));
    if (step.verdict() != Verdict.PASSED) {
      page.element("tspan", "  " + (ran ? step.verdict().word() : "not run"), "class", "word");
    }
    page.close().closeLine();
    y += STEP;
  }

  private void message(Markup page, Entry.Message message) {
    TracedExchange exchange = message.exchange();
    Reply reply = message.reply();
    int from = lanes.place(message.from());
    int to = lanes.place(message.to());
    int at = y + 22;
    int height = MESSAGE + (exchange.fault().isPresent() ? FAULT : 0);
    String number = text(exchange.number());
    page.open(
        "g",
        "class",
        "message" + (reply.refused() ? " refused" : "") + fault(exchange),
        "data-m",
        number);
    page.open("a", "href", "#m" + number, "aria-label", spoken(exchange, reply));
    rect(page, "hit", 0, y, lanes.width(), height);
    page.element(
        "text", number, "class", "number", "x", text(Lanes.GUTTER - 14), "y", text(y + 26));
    line(page, "arrow", from, at, to, at);
    arrowHead(page, from, to, at, reply.refused());
    page.close();
    label(page, "label", (from + to) / 2, y + 16, exchange.transaction(), reply.label());
    exchange
        .fault()
        .ifPresent(words -> label(page, "fault", (from + to) / 2, y + 38, "fault: " + words));
    page.closeLine();
    y += height;
  }

  private static String fault(TracedExchange exchange) {
    return exchange.fault().isPresent() ? " faulty" : "";
  }

  private static String spoken(TracedExchange exchange, Reply reply) {
    return "message "
        + exchange.number()
        + ", "
        + exchange.transaction()
        + (reply.refused() ? ", refused with " : ", answered with ")
        + reply.label();
  }

  private static void arrowHead(Markup page, int from, int to, int at, boolean refused) {
    int back = from <= to ? -1 : 1;
    int tip = to + back * 2;
    String shape =
        refused ? cross(tip + back * 6, at) : "M" + tip + " " + at + "l" + back * 9 + " -4v8z";
    page.open("path", "class", refused ? "cross" : "tip", "d", shape).close();
    page.open("circle", "class", "tail", "cx", text(from), "cy", text(at), "r", "3").close();
  }

  private static String cross(int x, int at) {
    return "M" + (x - 5) + " " + (at - 5) + "l10 10m0 -10l-10 10";
  }

  private void commits(Markup page, Entry.Commits commits) {
    int from = lanes.place(commits.from());
    int to = lanes.place(Lane.STORES);
    page.open("g", "class", "commit");
    line(page, "arrow", from, y + 12, to, y + 12);
    page.open("path", "class", "tip", "d", "M" + (to + 2) + " " + (y + 12) + "l7 -3v6z").close();
    label(page, "label", (from + to) / 2, y + 9, commits.words());
    page.closeLine();
    y += COMMIT;
  }

  private void waiting(Markup page, Entry.Wait wait) {
    page.open("g", "class", "wait");
    rect(page, "band", 0, y + 4, lanes.width(), WAIT - 8);
    String words = Elapsed.words(wait.duration()) + " pass";
    page.element("text", words, "x", text(Lanes.GUTTER), "y", text(y + 21));
    page.closeLine();
    y += WAIT;
  }

  private static void label(Markup page, String style, int x, int y, String words) {
    page.element("text", words, "class", style, "x", text(x), "y", text(y));
  }

  private static void label(Markup page, String style, int x, int y, String words, String status) {
    page.open("text", "class", style, "x", text(x), "y", text(y));
    page.element("tspan", words, "class", "words").text(" ");
    page.element("tspan", status, "class", "status").close();
  }

  private static void line(Markup page, String style, int x1, int y1, int x2, int y2) {
    page.open(
            "line", "class", style, "x1", text(x1), "y1", text(y1), "x2", text(x2), "y2", text(y2))
        .close();
  }

  private static void rect(Markup page, String style, int x, int y, int width, int height) {
    page.open(
            "rect",
            "class",
            style,
            "x",
            text(x),
            "y",
            text(y),
            "width",
            text(width),
            "height",
            text(height),
            "rx",
            "4")
        .close();
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
