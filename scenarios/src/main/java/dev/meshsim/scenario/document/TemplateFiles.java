package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.report.document.ShippedTemplates;
import dev.meshsim.report.document.Template;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a template and all that it includes, and digests what was read. */
final class TemplateFiles {

  private final StringBuilder digests = new StringBuilder();

  /**
   * Reads a template.
   *
   * @throws DocumentException if the file cannot be read
   */
  static Loaded read(Path file) {
    TemplateFiles files = new TemplateFiles();
    String shown = file.toString();
    String text = files.text(file);
    Template template =
        Template.read(
            file.getFileName().toString(), new Template.Included(shown, text), files::include);
    return new Loaded(template, Sha256.of(Bytes.utf8(files.digests.toString())).hex());
  }

  /**
   * A template and its digest.
   *
   * @param digest of its text and of all that it includes
   */
  record Loaded(Template template, String digest) {}

  private String text(Path file) {
    try {
      byte[] octets = Files.readAllBytes(file);
      digests.append(Sha256.of(Bytes.of(octets)).hex()).append('\n');
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return text.replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw DocumentException.file(
          Code.FILE, Quote.of(file), "the template is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw DocumentException.file(
          Code.FILE,
          Quote.of(file),
          "the template cannot be read: " + IoReason.of(e),
          "name a template's file");
    }
  }

  private Optional<Template.Included> include(String from, String name) {
    if (name.startsWith(ShippedTemplates.PREFIX)) {
      Optional<Template.Included> shipped = ShippedTemplates.find(name);
      shipped.ifPresent(
          found -> digests.append(Sha256.of(Bytes.utf8(found.text())).hex()).append('\n'));
      return shipped;
    }
    Path file = Path.of(from).resolveSibling(name).normalize();
    return Files.isRegularFile(file)
        ? Optional.of(new Template.Included(file.toString(), text(file)))
        : Optional.empty();
  }
}
