package io.accountmigration.web.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What counts as one place on the network: an IPv4 address, or the 64-bit prefix that one IPv6 household has. */
final class ClientNetwork {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{1,45}");
    private static final int PREFIX_BYTES = 8;
    /** Proxies may name anything; what is no address is one place. */
    private static final String UNKNOWN = "unknown";

    private ClientNetwork() {}

    static String of(String address) {
        if (address == null || IPV4.matcher(address).matches()) {
            return address == null ? UNKNOWN : address;
        }
        if (!address.contains(":") || !IPV6.matcher(address).matches()) {
            return UNKNOWN;
        }
        try {
            // The text is an address, so no name is looked up.
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES) + "/64";
        } catch (UnknownHostException unreadable) {
            return UNKNOWN;
        }
    }
}
