package io.accountmigration.publisher;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address of the plain form {@code local@domain}, compared without regard to case. */
public record EmailAddress(String value) {

    /** The longest address that RFC 3696 (erratum 1690 aside) lets a person have, in characters. */
    public static final int MAX_LENGTH = 320;

    private static final Pattern DOMAIN_WITH_A_DOT =
            Pattern.compile("(?i)(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PLAIN_LOCAL_PART = Pattern.compile("(?i)[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

    public EmailAddress {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        value = InvisibleText.trim(value).toLowerCase(Locale.ROOT);
    }

    /** The address in this text, or nothing where the text is none. */
    public static Optional<EmailAddress> parse(String text) {
        return isWellFormed(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** Whether two texts name the same address, well formed or not: in whatever case, but not merely looking alike. */
    public static boolean areSame(String one, String other) {
        return one != null && other != null && keyOf(one).equals(keyOf(other));
    }

    /** The form in which texts are compared as addresses. */
    public static String keyOf(String text) {
        return InvisibleText.trim(text)
                .codePoints()
                .map(EmailAddress::fold)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The sign for a kelvin is no letter k: what is not ASCII does not become so. */
    private static int fold(int codePoint) {
        var lower = Character.toLowerCase(codePoint);
        return codePoint > 127 && lower <= 127 ? codePoint : lower;
    }

    /** The part after the last {@code @}, in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The address without a tag after a plus sign: all tags lead to one mailbox. */
    public String mailbox() {
        return value.replaceFirst("(?<=.)\\+.*(?=@)", "");
    }

    private static boolean isWellFormed(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return false;
        }
        var candidate = InvisibleText.trim(text);
        var at = candidate.lastIndexOf('@');
        if (at < 1
                || !PLAIN_LOCAL_PART.matcher(candidate.substring(0, at)).matches()
                || !DOMAIN_WITH_A_DOT.matcher(candidate.substring(at + 1)).matches()) {
            return false;
        }
        try {
            new InternetAddress(candidate, true);
            return true;
        } catch (AddressException noAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
