package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The frame of a page: head, style, policy and script. */
public final class Page {

  private Page() {}

  /**
   * A whole page.
   *
   * @param title its title in the browser
   * @param script its script
   * @param body writes what is in the body
   */
  static Bytes of(String title, Assets.Text script, Consumer<Markup> body) {
    return of(title, List.of(), Optional.of(script), body);
  }

  /**
   * A whole page, with more styles.
   *
   * @param title its title in the browser
   * @param styles what it has beyond the common style
   * @param script its script, if it has one
   * @param body writes what is in the body
   */
  public static Bytes of(
      String title, List<Assets.Text> styles, Optional<Assets.Text> script, Consumer<Markup> body) {
    Markup page = new Markup().doctype().open("html", "lang", "en");
    page.open("head");
    page.open("meta", "charset", "utf-8");
    page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(styles, script));
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.open("meta", "name", "referrer", "content", "no-referrer");
    page.element("title", title);
    page.open("style").asset(Assets.STYLE).close();
    styles.forEach(style -> page.open("style").asset(style).close());
    page.closeLine();
    page.open("body").asset(Assets.SHAPES);
    body.accept(page);
    script.ifPresent(own -> page.open("script").asset(own).close());
    page.close().closeLine();
    return Bytes.utf8(page.document());
  }

  /** Nothing may be loaded, and only our own style and script are applied. */
  private static String policy(List<Assets.Text> styles, Optional<Assets.Text> script) {
    StringBuilder styleSources = new StringBuilder(Assets.STYLE.source());
    styles.forEach(style -> styleSources.append(' ').append(style.source()));
    return "default-src 'none'; style-src "
        + styleSources
        + "; script-src "
        + script.map(Assets.Text::source).orElse("'none'")
        + "; base-uri 'none'; form-action 'none'";
  }

  /** Writes a verdict as a shape and a word. */
  public static void verdict(Markup page, Verdict verdict) {
    page.open("span", "class", "v " + style(verdict));
    shape(page, verdict);
    page.text(verdict.word()).close();
  }

  /** Writes a verdict's shape. */
  public static void shape(Markup page, Verdict verdict) {
    page.open("svg", "class", "shape", "aria-hidden", "true");
    page.open("use", "href", "#~" + style(verdict)).close().close();
  }

  /** The name of a verdict's style. */
  public static String style(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case UNDECIDED -> "undecided";
      case NOT_APPLICABLE -> "skipped";
    };
  }

  /** Writes a term with its description as a text, in a list of them. */
  public static void term(Markup page, String term, String text) {
    page.element("dt", term).element("dd", text).text("\n");
  }

  /** Writes a term with its description in the type of code. */
  public static void code(Markup page, String term, String text) {
    page.element("dt", term).open("dd").element("code", text).close().text("\n");
  }

  /** Writes a command that can be copied, in a list of terms. */
  public static void command(Markup page, String term, String line) {
    page.element("dt", term).open("dd", "class", "command");
    page.element("code", line);
    page.openWith("hidden", "button", "type", "button", "class", "copy").text("Copy").close();
    page.close().text("\n");
  }

  /** Writes a number and its noun, {@code 1 step} or {@code 2 steps}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
