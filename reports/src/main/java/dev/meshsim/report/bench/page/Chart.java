package dev.meshsim.report.bench.page;

import dev.meshsim.report.html.Markup;

/** A chart that is drawn in a page and as a file of its own. */
interface Chart {

  /** The name of its file, without an end. */
  String name();

  /** The title: the benchmark and its parameters. */
  String title();

  /** The note below the chart. */
  String caption();

  /** Draws it. */
  Markup draw(boolean alone);
}
