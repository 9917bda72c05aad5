package io.accountmigration.system;

/** A problem as people and programs got it, in both languages. */
record SaidProblem(String code, String where, int status, String english, String dutch) {

    String line() {
        return "| `" + code + "` | " + where + " | " + (status == 0 ? "" : status) + " | " + inCell(english) + " | "
                + inCell(dutch) + " |";
    }

    private static String inCell(String text) {
        return text.replace("|", "\\|").replace("\n", "<br>");
    }
}
