package cn.ecopark.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import cn.ecopark.audit.AuditSeals.Seal;

/**
 * A file that only grows, on a disk that the owner of the database does not write: each
 * line is on disk before it counts as told.
 */
final class FilePlace implements SealPlace {

	private final Path file;

	FilePlace(Path file) {
		this.file = file.toAbsolutePath();
	}

	@Override
	public String name() {
		return "file:" + this.file;
	}

	@Override
	public void tell(Seal seal) throws IOException {
		Files.createDirectories(this.file.getParent());
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			ByteBuffer line = ByteBuffer.wrap((OutsideSeals.line(seal) + "\n").getBytes(StandardCharsets.UTF_8));
			while (line.hasRemaining()) {
				channel.write(line);
			}
			channel.force(true);
		}
	}

}
