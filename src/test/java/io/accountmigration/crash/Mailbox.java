package io.accountmigration.crash;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mail server that outlives the programs which send to it, with one mailbox for everybody. */
final class Mailbox implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

    /** Is called while a message is handed over; an exception refuses it. */
    interface Admission {
        void admit(Letter letter, Runnable takeIn) throws IOException;
    }

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    /** A node that is killed resets its connection, and a thread of this server dies of it: waits do not look at that. */
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final GreenMailUser clerk;
    private volatile Admission admission = (letter, takeIn) -> takeIn.run();

    Mailbox() {
        server.start();
        try {
            clerk = server.getUserManager().createUser("clerk@localhost", "clerk", "clerk");
        } catch (UserException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.getUserManager().setMessageDeliveryHandler(this::takeIn);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    void letPassThrough(Admission next) {
        admission = next;
    }

    List<Letter> letters() {
        return letters;
    }

    /** The newest confirmation code that was sent to an address. */
    Optional<String> codeFor(String address) {
        return letters.stream()
                .filter(letter -> letter.to().equalsIgnoreCase(address))
                .flatMap(letter -> CODE.matcher(letter.text()).results())
                .map(MatchResult::group)
                .map(String::strip)
                .reduce((older, newer) -> newer);
    }

    private GreenMailUser takeIn(MovingMessage moving, MailAddress recipient) throws MessagingException {
        try {
            var message = moving.getMessage();
            var letter = new Letter(
                    message.getMessageID(), recipient.getEmail(), message.getSubject(), String.valueOf(text(message)));
            admission.admit(letter, () -> letters.add(letter));
            return clerk;
        } catch (IOException notTakenIn) {
            throw new MessagingException("not taken in", notTakenIn);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = text(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop();
    }
}
