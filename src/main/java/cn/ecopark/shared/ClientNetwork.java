package cn.ecopark.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The network a request comes from: the address itself, or of an IPv6 address the first
 * 64 bits, since a subscriber chooses the others as he likes.
 */
public final class ClientNetwork {

	/** What cannot be anything but an address, so that no name is ever looked up. */
	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

	private static final int HALF = 8;

	private ClientNetwork() {
	}

	/**
	 * @param address as the server tells it; whatever is no IPv6 address is taken as it
	 * is
	 */
	public static String of(String address) {
		int zone = address.indexOf('%');
		String bare = zone < 0 ? address : address.substring(0, zone);
		if (!IPV6.matcher(bare).matches()) {
			return address;
		}
		try {
			InetAddress read = InetAddress.getByName(bare);
			return read instanceof Inet6Address
					? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), HALF)) + "/64" : read.getHostAddress();
		}
		catch (UnknownHostException none) {
			return address;
		}
	}

}
