package dev.meshsim.report.document.layout;

/** Writes blocks and text in the format of a document. */
public interface Layout {

  /**
   * A block as it is written.
   *
   * @param text the block, without a line feed at its end
   * @param line the line within the block on which its content begins, counted from 0
   */
  record LaidOut(String text, int line) {}

  /** Writes a block. */
  LaidOut block(Block block);

  /** Writes text within a line. */
  String inline(String text);
}
