package io.accountmigration.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import io.accountmigration.sandbox.traffic.Faults;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A real SMTP server on a free port of this machine; what it takes in stays readable until it is emptied. */
@Component
@Profile("sandbox")
public class SandboxSmtpServer implements DisposableBean {

    static final String HOST = "127.0.0.1";

    private static final String CLERK = "sandbox";
    private static final long START_MILLIS = 5_000;

    private final List<ReceivedMail> letters = new ArrayList<>();
    private final Managers managers = new Managers();
    private final FaultySmtpServer server;
    private final GreenMailUser clerk;

    SandboxSmtpServer(Faults faults) throws UserException, InterruptedException {
        clerk = managers.getUserManager().createUser(CLERK + "@localhost", CLERK, CLERK);
        managers.getUserManager().setMessageDeliveryHandler(this::takeIn);
        server = new FaultySmtpServer(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), managers, faults);
        server.startService();
        if (!server.waitTillRunning(START_MILLIS)) {
            throw new IllegalStateException("The sandbox's SMTP server does not start");
        }
    }

    int port() {
        return server.getPort();
    }

    /** The mails to an address, ignoring case, or all where none is given; newest first. */
    public List<ReceivedMail> received(String to) {
        synchronized (letters) {
            var found = new ArrayList<ReceivedMail>();
            for (int i = letters.size() - 1; i >= 0; i--) {
                if (to == null || letters.get(i).to().equalsIgnoreCase(to.strip())) {
                    found.add(letters.get(i));
                }
            }
            return found;
        }
    }

    public void empty() {
        synchronized (letters) {
            letters.clear();
        }
    }

    private GreenMailUser takeIn(MovingMessage message, MailAddress recipient) throws MessagingException {
        var letter = ReceivedMail.of(message.getMessage(), recipient.getEmail());
        synchronized (letters) {
            letters.add(letter);
        }
        discardCopies();
        return clerk;
    }

    /** The server keeps a copy of its own, which nobody reads. */
    private void discardCopies() {
        try {
            managers.getImapHostManager().getInbox(clerk).deleteAllMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("The sandbox's SMTP server has lost its folder", e);
        }
    }

    @Override
    public void destroy() {
        server.stopService();
    }
}
