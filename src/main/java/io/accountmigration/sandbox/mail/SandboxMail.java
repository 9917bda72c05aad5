package io.accountmigration.sandbox.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxMail {

    private static final String CONNECT_MILLIS = "1000";
    private static final String READ_MILLIS = "5000";

    /** Sends to the sandbox's own server; the program's usual sender, which reads its host from the settings, yields. */
    @Bean
    JavaMailSenderImpl mailSender(SandboxSmtpServer postOffice) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(SandboxSmtpServer.HOST);
        sender.setPort(postOffice.port());
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", READ_MILLIS);
        sender.getJavaMailProperties().setProperty("mail.smtp.writetimeout", READ_MILLIS);
        return sender;
    }
}
