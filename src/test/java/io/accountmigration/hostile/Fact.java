package io.accountmigration.hostile;

import java.time.Duration;

/** Something that a world begins with. */
sealed interface Fact {

    String sentence();

    /** What is odd about an entry in Cloud Partner Portal. */
    enum Look {
        ORDINARY("an ordinary work address"),
        ODD_CASE("a work address in odd case"),
        GUEST("an address of another company"),
        MICROSOFT_ACCOUNT("a Microsoft account"),
        GROUP("the address of a group"),
        PROGRAM("the name of a program"),
        DISABLED("an entry that is disabled"),
        SHARED("the address that Ann has too"),
        ALIAS("an alias that delivers to a group"),
        SUBSIDIARY("an address of the company's second tenant"),
        MALFORMED("an address that is none");

        private final String words;

        Look(String words) {
            this.words = words;
        }
    }

    /** An entry among the publisher's users. */
    record Colleague(String name, boolean owner, Look look) implements Fact {
        @Override
        public String sentence() {
            return name + " is " + (owner ? "an owner" : "a contributor") + " with " + look.words;
        }
    }

    /** Partner Center's lists of users are behind. */
    record LateLists(Duration lag) implements Fact {
        @Override
        public String sentence() {
            return "Partner Center's lists are " + lag + " late";
        }
    }

    /** Cloud Partner Portal takes an address once. */
    record UniqueAddresses(String among) implements Fact {
        @Override
        public String sentence() {
            return "Cloud Partner Portal takes an address only once among " + among + " users";
        }
    }

    /** The form of Partner Center's feed. */
    record FeedForm(String pages, String dates, boolean small) implements Fact {
        @Override
        public String sentence() {
            return "the feed has " + (small ? "small " : "") + "pages by " + pages + " and takes " + dates;
        }
    }

    /** The form of all lists. */
    record ListForm(boolean isUnordered, boolean isUncounted) implements Fact {
        @Override
        public String sentence() {
            return "lists come " + (isUnordered ? "in any order" : "in order")
                    + (isUncounted ? " and without their count" : "");
        }
    }

    /** How the company stands in the Partner Network before anybody migrates. */
    enum Enrolment implements Fact {
        NONE("is not enrolled"),
        UNKNOWN("gave a partner id that nobody has"),
        PENDING("waits for its enrolment"),
        REJECTED("was rejected"),
        ELSEWHERE("is enrolled with a tenant that none of its people is in");

        private final String words;

        Enrolment(String words) {
            this.words = words;
        }

        @Override
        public String sentence() {
            return "the company " + words;
        }
    }
}
