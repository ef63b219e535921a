package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template with a mistake is refused at its place, with the nearest name or the next step. */
class BrokenTemplatesTest {

  @TempDir private static Path directory;
  private static Drafts drafts;

  @BeforeAll
  static void prepare() {
    drafts = new Drafts(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <?mesh jsn ask.request?>                                  | 2:8  | no form "jsn"                    | did you mean "json"?
          <?mesh?>                                                  | 2:1  | the placeholder is empty         | write for example
          <?mehs json ask.request?>                                 | 2:1  | no placeholder "mehs"            | did you mean "mesh"?
          <?mesh json ask.request                                   | 2:1  | the placeholder does not end     | write ?> where it ends
          <?mesh json?>                                             | 2:1  | json takes MESSAGE               | write <?mesh json MESSAGE?>
          <?mesh json ask.request part=/a part=/b?>                 | 2:33 | part is there twice              | remove one
          <?mesh json ask.request parts=/Hello?>                    | 2:25 | no option of json "parts"        | did you mean "part"?
          <?mesh json ask.request short=true?>                      | 2:31 | short is yes or no               | write short=yes
          <?mesh json ask.reqest?>                                  | 2:17 | no direction "reqest"            | did you mean "request"?
          <?mesh json ask?>                                         | 2:13 | does not end in request          | write for example ask.request
          <?mesh json aks.request?>                                 | 2:13 | no message "aks"                 | did you mean "ask"?
          <?mesh json createAccount-desktop.request?>               | 2:13 | sends several messages           | write one of them
          <?mesh json refresh-desktop.request?>                     | 2:13 | 2 steps of the scenario are      | give the step that you mean a label
          <?mesh json ask.signed?>                                  | 2:13 | was not signed by its sender     | write ask.request
          <?mesh json kpt:ask.request?>                             | 2:13 | no scenario "kpt"                | did you mean "kept"?
          <?mesh json ask.request part=/ValidateAccount/Acount?>    | 2:30 | part of ask.request              | did you mean "Account"?
          <?mesh json ask.request part=ValidateAccount?>            | 2:30 | begins with a slash              | write for example
          <?mesh unpacked ask.request part=/ValidateAccount?>       | 2:34 | is no signed object              | with SignedData or payload
          <?mesh decrypted kept.Publish.2.request?>                 | 2:1  | shows private data               | write secret:decrypted
          <?mesh json escrowed.shown?>                              | 2:1  | escrowed.shown is private data   | write secret:json
          <?mesh secret:name escrowed?>                             | 2:1  | shows nothing private            | remove secret:
          <?mesh secret:shares ask?>                                | 2:22 | made no shares                   | a step escrow
          <?mesh secret:shares escrowed number=4?>                  | 2:38 | only 1 to 3                      | write one of these
          <?mesh log ask?>                                          | 2:12 | added nothing to the log         | that the portal logs
          <?mesh diff ask.request?>                                 | 2:13 | no earlier message               | with since=
          <?mesh json ask.request width=many?>                      | 2:31 | width is a number                | write width=69
          <?mesh json ask.request width=20?>                        | 2:1  | a width of 20 columns            | 36 columns or more
          text <?mesh json ask.request?>                            | 2:6  | stands alone on its line         | to another line
          The key is <?mesh fingerprint "desktop's encription key"?>. | 2:31 | no key "desktop's encription key" | did you mean "desktop's encryption key"?
          <?mesh fact dialekt?>                                     | 2:13 | no fact "dialekt"                | did you mean "dialect"?
          <?mesh if nothing?>                                       | 2:1  | has no end                       | write <?mesh end?>
          <?mesh end?>                                              | 2:1  | none is begun                    | remove it
          <?mesh pick a Publsh?>                                    | 2:15 | no transaction "Publsh"          | did you mean "Publish"?
          <?mesh include other.md?>                                 | 2:16 | no template "other.md"           | relative to the template
          <?mesh include mesh:refrence-2016.md?>                    | 2:16 | no template                      | correct the path
          <?mesh format word?>                                      | 2:15 | no format "word"                 | name one of them
          <?mesh scenario other kpt.yaml?>                          | 2:23 | there is no                      | did you mean "kept.yaml"?
          <?mesh scenario kept kept.yaml?>                          | 2:17 | another scenario                 | choose another name
          <?mesh scenario old kept.yaml dialect=portal-2018?>       | 2:39 | no dialect "portal-2018"         | use one of mesh, portal-2017
          <?mesh schema PersonalProfil?>                            | 2:15 | no part of the schema            | did you mean "PersonalProfile"?
          <?mesh schema all level=7?>                               | 2:25 | level is a number from 1 to 6    | write level=3
          <?mesh schema all dialect=portal-2018?>                   | 2:27 | dialect is mesh or portal-2017   | write dialect=mesh
          see <?mesh schema all?>                                   | 2:5  | stands alone on its line         | to another line
          <?mesh scenario old kept.yaml seed=x?>                    | 2:36 | a whole number                   | write seed=1
          """)
  void aMistakeIsReportedAtItsPlace(String line, String place, String text, String hint) {
    List<String> problems = drafts.problems("broken.md", line + "\n");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith(place + " "), problems.get(0));
    assertTrue(problems.get(0).contains(text), problems.get(0));
    int slash = problems.get(0).lastIndexOf(" / ");
    assertTrue(problems.get(0).substring(slash).contains(hint), problems.get(0));
  }

  @Test
  void allMistakesAreReportedAtOnceInTheirOrder() {
    List<String> problems =
        drafts.problems(
            "broken.md", "<?mesh json a.request?>\n\n<?mesh jsn b?>\n\u00e9 <?mesh fact c?>\n");
    assertEquals(
        List.of("2:13", "4:8", "5:15"),
        problems.stream().map(text -> text.substring(0, text.indexOf(' '))).toList());
  }

  /** Taken for no pointer, it would show a section that is not meant. */
  @Test
  void aPointerThatIsNoneIsReportedOfASectionToo() {
    List<String> problems =
        drafts.problems(
            "broken.md",
            "<?mesh pick v ValidateAccount?>\n<?mesh if v.request part=Account?>\nx\n<?mesh end?>\n");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("begins with a slash"), problems.get(0));
  }

  @Test
  void aTemplateWithoutAMistakeHasNone() {
    assertEquals(List.of(), drafts.problems("good.md", "<?mesh json ask.request?>\n"));
  }
}
