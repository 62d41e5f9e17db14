package cn.ecopark.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two ends of a file, by which its type is known. */
public record FileBytes(Path path) {

	byte[] head(int length) throws IOException {
		try (InputStream in = Files.newInputStream(this.path)) {
			return in.readNBytes(length);
		}
	}

	byte[] tail(int length) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.path.toFile(), "r")) {
			byte[] tail = new byte[(int) Math.min(length, file.length())];
			file.seek(file.length() - tail.length);
			file.readFully(tail);
			return tail;
		}
	}

}
