package cn.ecopark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the embedded database while this JVM alone may use it. The lock is what
 * counts, since the operating system takes it from a dead JVM; the file {@code owner}
 * tells who holds it, also on file systems without locks.
 */
final class ClaimedDirectory {

	private static final long LARGEST_LOG = 10L * 1024 * 1024;

	private final Path path;

	private final FileChannel channel;

	private ClaimedDirectory(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * @throws DatabaseAlreadyRunning when a living JVM holds it
	 */
	static ClaimedDirectory claim(Path requested) {
		Path path = requested.toAbsolutePath().normalize();
		try {
			createPrivately(path);
			FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			ClaimedDirectory directory = new ClaimedDirectory(path, channel);
			directory.claimOrLeaveAlone();
			return directory;
		}
		catch (IOException ex) {
			throw new DatabaseDoesNotStart(path.resolve("postgres.log"), ex);
		}
	}

	/** Others must neither read the data nor exchange the unpacked programs. */
	private static void createPrivately(Path path) throws IOException {
		Files.createDirectories(path);
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
		}
	}

	private void claimOrLeaveAlone() throws IOException {
		if (lock() == null || ownerLives()) {
			this.channel.close();
			throw new DatabaseAlreadyRunning(this.path, JvmIdentity.read(owner()));
		}
		JvmIdentity.ofThisJvm().write(owner());
		Files.createDirectories(binaries());
		if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
			Files.delete(log());
		}
	}

	private @Nullable FileLock lock() throws IOException {
		try {
			return this.channel.tryLock();
		}
		catch (OverlappingFileLockException heldByThisJvm) {
			return null;
		}
	}

	private boolean ownerLives() {
		return JvmIdentity.read(owner())
			.filter((owner) -> owner.pid() != ProcessHandle.current().pid())
			.filter(JvmIdentity::isAlive)
			.isPresent();
	}

	/**
	 * A server has never run on a cluster without {@code postmaster.opts}: its creation
	 * was interrupted, nothing is in it yet, and PostgreSQL would refuse to start on it.
	 */
	void forgetUnfinishedCluster() throws IOException {
		if (Files.exists(cluster()) && !Files.exists(cluster().resolve("postmaster.opts"))) {
			FileSystemUtils.deleteRecursively(cluster());
		}
	}

	void release() {
		try {
			Files.deleteIfExists(owner());
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path path() {
		return this.path;
	}

	Path cluster() {
		return this.path.resolve("cluster");
	}

	Path binaries() {
		return this.path.resolve("binaries");
	}

	Path log() {
		return this.path.resolve("postgres.log");
	}

	private Path owner() {
		return this.path.resolve("owner");
	}

}
