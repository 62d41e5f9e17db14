package cn.ecopark.audit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import cn.ecopark.audit.AuditSeals.Seal;

/**
 * A log host: RFC 5424, one datagram each (RFC 5426) or with its length before it over
 * TCP (RFC 6587). Over TCP what was written may still be lost when the connection breaks,
 * over UDP any time; a verification shows the gap.
 */
final class SyslogPlace implements SealPlace {

	/** Facility 13, log audit; severity 5, notice. */
	private static final int PRIORITY = 13 * 8 + 5;

	private final URI address;

	private final Duration patience;

	private final String host;

	/**
	 * @param address {@code tcp://host:port} or {@code udp://host:port}
	 */
	SyslogPlace(URI address, Duration patience) {
		if (address.getHost() == null || address.getPort() < 0
				|| !("tcp".equals(address.getScheme()) || "udp".equals(address.getScheme()))) {
			throw new AuditFailure("syslog-address", null, address);
		}
		this.address = address;
		this.patience = patience;
		this.host = hostName();
	}

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName().replaceAll("[^\\x21-\\x7e]", "");
		}
		catch (IOException unknown) {
			return "-";
		}
	}

	@Override
	public String name() {
		return "syslog:" + this.address;
	}

	@Override
	public void tell(Seal seal) throws IOException {
		byte[] message = message(seal).getBytes(StandardCharsets.UTF_8);
		InetSocketAddress target = new InetSocketAddress(this.address.getHost(), this.address.getPort());
		if ("udp".equals(this.address.getScheme())) {
			try (DatagramSocket socket = new DatagramSocket()) {
				socket.send(new DatagramPacket(message, message.length, target));
			}
		}
		else {
			try (Socket socket = new Socket()) {
				socket.connect(target, (int) this.patience.toMillis());
				socket.setSoTimeout((int) this.patience.toMillis());
				socket.getOutputStream().write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
				socket.getOutputStream().write(message);
				socket.getOutputStream().flush();
			}
		}
	}

	private String message(Seal seal) {
		return "<%d>1 %s %s ecopark %d audit-seal - %s".formatted(PRIORITY, seal.at().truncatedTo(ChronoUnit.MICROS),
				this.host, ProcessHandle.current().pid(), OutsideSeals.line(seal));
	}

}
