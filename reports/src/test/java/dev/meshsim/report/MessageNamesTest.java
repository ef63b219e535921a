package dev.meshsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.TracedExchange.Messages;
import dev.meshsim.report.TracedExchange.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message keeps its name when other steps change. */
class MessageNamesTest {

  private final List<TracedExchange> exchanges = new ArrayList<>();

  private MessageNamesTest sent(int step, String call, String label, String... transactions) {
    for (String transaction : transactions) {
      exchanges.add(
          new TracedExchange(
              exchanges.size() + 1,
              new Origin(
                  step,
                  call,
                  call,
                  Optional.of(label).filter(text -> !text.isEmpty()),
                  Optional.of("phone")),
              Samples.TIME,
              "example.com",
              new Messages(transaction, "A", "B", Bytes.EMPTY, Bytes.EMPTY, Optional.empty()),
              Optional.empty()));
    }
    return this;
  }

  private List<String> names() {
    MessageNames names = MessageNames.of(exchanges);
    return exchanges.stream().map(names::of).toList();
  }

  @Test
  void aNameIsTheLabelOrTheWordAndTheMachineThenTheTransaction() {
    sent(1, "validate", "", "ValidateAccount");
    sent(2, "connect", "", "Get", "ConnectStart", "Get");
    sent(3, "update", "published", "Publish");
    sent(4, "update", "", "Publish").sent(5, "update", "", "Publish").sent(6, "Update", "", "Get");
    sent(7, "exchange", "", "../\u202e", "?");
    assertEquals(
        List.of(
            "validate-phone",
            "connect-phone.Get",
            "connect-phone.ConnectStart",
            "connect-phone.Get.2",
            "published",
            "update-phone",
            "update-phone.2",
            "Update-phone.3",
            "exchange-phone.unnamed",
            "exchange-phone.unnamed.2"),
        names());
  }

  @Test
  void aStepMoreRenamesNoOtherMessage() {
    sent(1, "validate", "", "ValidateAccount").sent(2, "connect", "", "Get", "ConnectStart");
    List<String> before = names();
    exchanges.clear();
    sent(1, "createAccount", "", "Hello", "CreateAccount");
    sent(2, "validate", "", "ValidateAccount").sent(3, "refresh", "", "Get");
    sent(4, "connect", "", "Get", "ConnectStart").sent(5, "await", "", "ConnectStatus");
    List<String> after = names();
    assertEquals(before, List.of(after.get(2), after.get(4), after.get(5)));
  }

  @Test
  void everyNameIsThatOfAFile() {
    sent(1, "connect", "", "Get", "Get", "\"<>").sent(2, "-", "a_b", "Publish");
    TraceFiles.messages(exchanges)
        .keySet()
        .forEach(file -> assertEquals(true, TraceFiles.NAME.matcher(file).matches(), file));
  }
}
