package io.accountmigration.web.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** What counts as one place on the network: an IPv4 address, or the 64-bit prefix that one IPv6 household has. */
final class ClientNetwork {

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    static String of(String address) {
        if (address == null || !address.matches("[0-9a-fA-F:.]+:[0-9a-fA-F:.]*")) {
            return address == null ? "" : address;
        }
        try {
            // The text is an address, so no name is looked up.
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? HexFormat.of().formatHex(bytes)
                    : HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES) + "/64";
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
