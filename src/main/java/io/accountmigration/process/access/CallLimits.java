package io.accountmigration.process.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What no call of the engine may ask for, whichever it is: expressions, endless lists, pages out of bounds. */
final class CallLimits {

    static final int LONGEST_LIST = 200;
    static final int LONGEST_ID = 255;
    static final int LARGEST_PAGE = 2_000;
    static final String MAX_RESULTS = "maxResults";

    /** From the least to the greatest value that a number may have. */
    record Bounds(int least, int most) {}

    private static final Map<String, Bounds> PAGING =
            Map.of(MAX_RESULTS, new Bounds(0, LARGEST_PAGE), "firstResult", new Bounds(0, 1_000_000));

    private static final Pattern EXPRESSION = Pattern.compile(".*Expression", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    private CallLimits() {}

    static void checkName(String name) throws EngineCallRefused {
        if (EXPRESSION.matcher(name).matches()) {
            throw new EngineCallRefused("EXPRESSION_NOT_ALLOWED", 400, name);
        }
        checkText(name, name);
    }

    static void checkValue(String name, JsonNode value) throws EngineCallRefused {
        if (PAGING.containsKey(name) && !value.isNull()) {
            checkNumber(name, value, PAGING.get(name));
        }
        checkText(name, value.asText());
    }

    /** The engine would assign a task to nobody, or to anybody. */
    static void checkCaller(String name, JsonNode value, String caller) throws EngineCallRefused {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new EngineCallRefused("INPUT_MALFORMED", 400, name);
        }
        if (value.asText().length() > LONGEST_ID) {
            throw new EngineCallRefused("INPUT_TOO_LONG", 400, name);
        }
        if (!value.asText().equals(caller)) {
            throw new EngineCallRefused("USER_ID_OF_SOMEBODY_ELSE", 403, name);
        }
    }

    static void checkLength(String name, JsonNode list) throws EngineCallRefused {
        if (list.size() > LONGEST_LIST) {
            throw new EngineCallRefused("REQUEST_INVALID", 400, name);
        }
    }

    static void checkParameter(String name, String value) throws EngineCallRefused {
        if (PAGING.containsKey(name)) {
            checkNumber(name, value, PAGING.get(name));
        }
        checkText(name, value);
    }

    static void checkNumber(String name, JsonNode value, Bounds bounds) throws EngineCallRefused {
        checkNumber(name, value.isIntegralNumber() ? value.asText() : "", bounds);
    }

    private static void checkNumber(String name, String number, Bounds bounds) throws EngineCallRefused {
        var fits = NUMBER.matcher(number).matches()
                && Integer.parseInt(number) >= bounds.least()
                && Integer.parseInt(number) <= bounds.most();
        if (!fits) {
            throw new EngineCallRefused(
                    "NUMBER_OUT_OF_RANGE", 400, name + ": " + bounds.least() + " to " + bounds.most());
        }
    }

    /** PostgreSQL stores neither U+0000 nor half a character. */
    private static void checkText(String name, String text) throws EngineCallRefused {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new EngineCallRefused("REQUEST_INVALID", 400, name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"));
        }
    }
}
