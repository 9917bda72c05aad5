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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Suffers a fault of the system {@code mail} with each message, not with each connection. */
class FaultySmtpServer extends SmtpServer {

    private final Faults faults;

    FaultySmtpServer(ServerSetup setup, Managers managers, Faults faults) {
        super(setup, managers);
        this.faults = faults;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        return new SmtpHandler(new SmtpCommandRegistry(), new Clerk(socket), socket);
    }

    private final class Clerk extends SmtpManager {

        private final Socket socket;
        private Fault fault;

        private Clerk(Socket socket) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.socket = socket;
        }

        @Override
        public String checkSender(SmtpState state, MailAddress sender) {
            fault = faults.next(WireSystem.MAIL, "SMTP", "/").orElse(null);
            if (fault == null) {
                return super.checkSender(state, sender);
            }
            return switch (fault.kind()) {
                case STATUS -> "451 4.3.0 The sandbox was told to fail";
                case DELAY -> {
                    pause(fault.delayMillis());
                    yield super.checkSender(state, sender);
                }
                case DROP_AFTER_EFFECT -> super.checkSender(state, sender);
                case RESET, EMPTY, TRUNCATED -> {
                    hangUp();
                    yield null;
                }
            };
        }

        @Override
        public synchronized void send(SmtpState state) {
            super.send(state);
            if (fault != null && fault.kind() == Fault.Kind.DROP_AFTER_EFFECT) {
                hangUp();
            }
        }

        private void hangUp() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The connection cannot be closed", e);
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
