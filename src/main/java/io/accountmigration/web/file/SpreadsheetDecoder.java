package io.accountmigration.web.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text in a file of a spreadsheet: UTF-16 where a byte-order mark says so, else UTF-8, else the encoding that
 * spreadsheets use by themselves in Western Europe. All of them write ids alike.
 */
final class SpreadsheetDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SpreadsheetDecoder() {}

    static String of(byte[] file) {
        if (beginsWith(file, 0xFF, 0xFE)) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (beginsWith(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(file, WINDOWS_1252);
        }
    }

    private static boolean beginsWith(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
