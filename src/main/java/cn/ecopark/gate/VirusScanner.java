package cn.ecopark.gate;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.OutsideTransactions;

/**
 * Shows a file to a virus scanner by the command INSTREAM of ClamAV: pieces, each behind
 * its length in four bytes, and a length of nothing at the end; the answer is a line that
 * ends with OK, FOUND or ERROR.
 */
final class VirusScanner {

	private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

	private static final String CLEAN = "stream: OK";

	private static final String NAMED = "stream: ";

	private static final String FOUND = " FOUND";

	/** Ends the connection when it has taken in as much as it may. */
	private static final String TOO_LARGE = "size limit exceeded";

	private static final int PIECE = 64 << 10;

	private static final int LONGEST_ANSWER = 1000;

	private final String host;

	private final int port;

	private final Duration patience;

	/**
	 * @param address host and port
	 */
	VirusScanner(String address, Duration patience) {
		int colon = address.lastIndexOf(':');
		this.host = address.substring(0, colon);
		this.port = Integer.parseInt(address.substring(colon + 1));
		this.patience = patience;
	}

	/**
	 * @return why the file is refused; empty if nothing was found
	 * @throws IOException if there is no answer, or one that is not understood
	 */
	Optional<Verdict.Finding> scan(Path file) throws IOException {
		String answer = ask(file);
		if (answer.equals(CLEAN)) {
			return Optional.empty();
		}
		if (answer.startsWith(NAMED) && answer.endsWith(FOUND)) {
			return Optional.of(new Verdict.Finding("malware",
					List.of(answer.substring(NAMED.length(), answer.length() - FOUND.length()))));
		}
		if (answer.contains(TOO_LARGE)) {
			return Optional.of(new Verdict.Finding("too-large-to-scan", List.of()));
		}
		throw new IOException("An answer of no use: " + answer);
	}

	private String ask(Path file) throws IOException {
		OutsideTransactions.require("A virus scanner is asked");
		int millis = Math.toIntExact(this.patience.toMillis());
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(this.host, this.port), millis);
			socket.setSoTimeout(millis);
			try {
				send(file, socket);
			}
			catch (IOException endedByTheScanner) {
				return answer(socket, endedByTheScanner);
			}
			return answer(socket, null);
		}
	}

	private static void send(Path file, Socket socket) throws IOException {
		DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
		out.write(COMMAND);
		byte[] piece = new byte[PIECE];
		try (InputStream bytes = Files.newInputStream(file)) {
			for (int read = bytes.readNBytes(piece, 0, PIECE); read > 0; read = bytes.readNBytes(piece, 0, PIECE)) {
				out.writeInt(read);
				out.write(piece, 0, read);
			}
		}
		out.writeInt(0);
		out.flush();
	}

	/** A scanner that has enough answers and listens no longer. */
	private static String answer(Socket socket, @Nullable IOException ended) throws IOException {
		String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
			.replace("\0", "")
			.strip();
		if (answer.isEmpty()) {
			throw ended != null ? ended : new IOException("No answer");
		}
		return answer;
	}

}
