package io.accountmigration.sandbox.data.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The settings that a publisher has from the start. */
final class DefaultSettings {

    private DefaultSettings() {}

    static JsonNode of(String company, String acceptedBy) {
        var settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("agreement")
                .put("name", "Marketplace publisher agreement")
                .put("version", "2018-11")
                .put("acceptedBy", acceptedBy)
                .put("acceptedAt", "2018-12-03T10:15:30Z")
                .put("language", "en");
        var profile = settings.putObject("company");
        profile.put("legalName", company)
                .put("description", company + " sells software on the marketplace.")
                .put("website", "https://www.example.com/")
                .put("supportContact", acceptedBy);
        profile.putObject("address")
                .put("street", "1 Harbour Road")
                .put("city", "Rotterdam")
                .put("postalCode", "3011 AA")
                .put("country", "NL");
        settings.putObject("payout")
                .put("accountHolder", company)
                .put("currency", "EUR")
                .put("bankCountry", "NL")
                .put("taxProfile", "W-8BEN-E")
                .put("status", "VERIFIED");
        return settings;
    }
}
