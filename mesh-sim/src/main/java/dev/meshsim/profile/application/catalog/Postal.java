package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address (schema {@code Postal}).
 *
 * @param labels the use of the address, {@code home} or {@code work} for example
 * @param attributes how the address may be used
 * @param addressee the member {@code Adressee}, as the schema spells it
 * @param street the street and the number
 * @param town the town
 * @param region the state, county or similar
 * @param country the country
 * @param code the code of the country, three letters
 */
public record Postal(
    @JsonProperty("Label") List<String> labels,
    @JsonProperty("Attributes") List<String> attributes,
    @JsonProperty("Adressee") @Nullable String addressee,
    @JsonProperty("Street") @Nullable String street,
    @JsonProperty("Town") @Nullable String town,
    @JsonProperty("Region") @Nullable String region,
    @JsonProperty("Country") @Nullable String country,
    @JsonProperty("Code") @Nullable String code) {

  /** Copies the lists; an absent list becomes an empty one. */
  public Postal {
    labels = Required.list(labels);
    attributes = Required.list(attributes);
  }

  /** A copy with another {@code Adressee}. */
  public Postal withAddressee(String addressee) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** A copy with another {@code Street}. */
  public Postal withStreet(String street) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** A copy with another {@code Town}. */
  public Postal withTown(String town) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** A copy with another {@code Region}. */
  public Postal withRegion(String region) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** A copy with another {@code Country}. */
  public Postal withCountry(String country) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** A copy with another {@code Code}. */
  public Postal withCode(String code) {
    return new Postal(labels, attributes, addressee, street, town, region, country, code);
  }

  /** An address with one label and no lines. */
  public static Postal labelled(String label) {
    return new Postal(List.of(label), List.of(), null, null, null, null, null, null);
  }
}
