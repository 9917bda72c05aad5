package io.accountmigration.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import io.accountmigration.sandbox.traffic.Fault;
import io.accountmigration.sandbox.traffic.Faults;
import io.accountmigration.sandbox.traffic.WireSystem;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** Suffers a fault of the system {@code mail} with each message, not with each connection. */
class FaultySmtpServer extends SmtpServer {

    private final Faults faults;

    FaultySmtpServer(ServerSetup setup, Managers managers, Faults faults) {
        super(setup, managers);
        this.faults = faults;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        answerAtOnce(socket);
        var clerk = new Clerk();
        clerk.conversation = new SmtpHandler(new SmtpCommandRegistry(), clerk, socket);
        return clerk.conversation;
    }

    /** Else the second half of an answer would wait until the client has confirmed the first one, 40 ms for each mail. */
    private static void answerAtOnce(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private final class Clerk extends SmtpManager {

        private SmtpHandler conversation;
        private Fault fault;

        private Clerk() {
            super(managers.getImapHostManager(), managers.getUserManager());
        }

        @Override
        public String checkSender(SmtpState state, MailAddress sender) {
            fault = faults.next(WireSystem.MAIL, "SMTP", "/").orElse(null);
            if (fault == null) {
                return super.checkSender(state, sender);
            }
            return switch (fault.kind()) {
                case STATUS ->
                    isForGood() ? super.checkSender(state, sender) : "451 4.3.0 The sandbox was told to fail";
                case DELAY -> {
                    pause(fault.delayMillis());
                    yield super.checkSender(state, sender);
                }
                case DROP_AFTER_EFFECT -> super.checkSender(state, sender);
                case RESET, EMPTY, TRUNCATED, SHORT, STALE -> {
                    conversation.close();
                    yield null;
                }
            };
        }

        @Override
        public String checkRecipient(SmtpState state, MailAddress recipient) {
            return fault != null && fault.kind() == Fault.Kind.STATUS && isForGood()
                    ? fault.status() + " 5.1.1 The sandbox was told to refuse this recipient"
                    : super.checkRecipient(state, recipient);
        }

        /** The codes of SMTP that say so, which are none of HTTP's. */
        private boolean isForGood() {
            return fault.status() >= 550 && fault.status() <= 554;
        }

        @Override
        public synchronized void send(SmtpState state) {
            super.send(state);
            if (fault != null && fault.kind() == Fault.Kind.DROP_AFTER_EFFECT) {
                conversation.close();
            }
        }

        private static void pause(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
