package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The archive an office file is. What its directory says must be what is in it: one
 * program reads the directory and another the entries, and both must see the same.
 */
final class OfficeArchive {

	private static final int MOST_ENTRIES = 10_000;

	private static final int DIRECTORY_MARK = 0x02014b50;

	private static final int ENTRY_MARK = 0x04034b50;

	private static final int RECORD_MARK = 0x06054b50;

	private static final int ENTRY_HEAD = 30;

	private static final int DIRECTORY_HEAD = 46;

	private static final int RECORD = 22;

	private static final int LONGEST_REST = 4;

	/** After an entry its sizes may follow once more. */
	private static final int LARGEST_GAP = 24;

	private final FileChannel file;

	private final List<Part> parts = new ArrayList<>();

	private OfficeArchive(FileChannel file) {
		this.file = file;
	}

	/**
	 * An entry.
	 *
	 * @param packed bytes in the archive
	 * @param size bytes it says it has unpacked
	 * @param entry where it begins
	 * @param data where its bytes begin
	 */
	record Part(String name, int method, long packed, long size, long entry, long data) {

		long end() {
			return this.data + this.packed;
		}

	}

	/**
	 * @return empty if something in it is not as any office program writes it
	 * @throws IOException if it is not whole
	 */
	static Optional<OfficeArchive> open(FileChannel file) throws IOException {
		OfficeArchive archive = new OfficeArchive(file);
		return archive.readDirectory() && archive.isInOrder() ? Optional.of(archive) : Optional.empty();
	}

	List<Part> parts() {
		return this.parts;
	}

	InputStream open(Part part) {
		InputStream packed = new FileSlice(this.file, part.data(), part.end());
		return (part.method() == 0) ? packed : new InflaterInputStream(packed, new Inflater(true));
	}

	private boolean readDirectory() throws IOException {
		ByteBuffer end = endRecord();
		int count = Short.toUnsignedInt(end.getShort(10));
		long length = Integer.toUnsignedLong(end.getInt(12));
		long from = Integer.toUnsignedLong(end.getInt(16));
		long record = this.file.size() - end.limit();
		if (count > MOST_ENTRIES || from + length != record || end.getShort(8) != end.getShort(10)
				|| !endsWithRecord(end)) {
			return false;
		}
		ByteBuffer directory = bytes(from, (int) length);
		while (directory.remaining() >= DIRECTORY_HEAD) {
			if (!readEntry(directory)) {
				return false;
			}
		}
		return this.parts.size() == count && !directory.hasRemaining();
	}

	/** A mail program may have added the end of a line. */
	private static boolean endsWithRecord(ByteBuffer end) {
		int length = RECORD + Short.toUnsignedInt(end.getShort(20));
		if (end.limit() < length || end.limit() > length + LONGEST_REST) {
			return false;
		}
		for (int at = length; at < end.limit(); at++) {
			if (end.get(at) < 0 || end.get(at) > ' ') {
				return false;
			}
		}
		return true;
	}

	/**
	 * @return the record at the end and what follows it
	 */
	private ByteBuffer endRecord() throws IOException {
		ByteBuffer tail = ByteBuffer.wrap(Ends.tail(this.file, RECORD + 65535)).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = tail.limit() - RECORD; at >= 0; at--) {
			if (tail.getInt(at) == RECORD_MARK) {
				return tail.position(at).slice().order(ByteOrder.LITTLE_ENDIAN);
			}
		}
		throw new IOException("No end of directory");
	}

	private boolean readEntry(ByteBuffer directory) throws IOException {
		int at = directory.position();
		int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
		int next = at + DIRECTORY_HEAD + nameLength + Short.toUnsignedInt(directory.getShort(at + 30))
				+ Short.toUnsignedInt(directory.getShort(at + 32));
		if (directory.getInt(at) != DIRECTORY_MARK || next > directory.limit()) {
			return false;
		}
		int flags = directory.getShort(at + 8);
		int method = directory.getShort(at + 10);
		byte[] name = new byte[nameLength];
		directory.position(at + DIRECTORY_HEAD).get(name).position(next);
		long entry = Integer.toUnsignedLong(directory.getInt(at + 42));
		Optional<Long> data = data(entry, name, method);
		if ((flags & 0x2041) != 0 || method != 0 && method != 8 || data.isEmpty()) {
			return false;
		}
		this.parts.add(new Part(new String(name, StandardCharsets.UTF_8), method,
				Integer.toUnsignedLong(directory.getInt(at + 20)), Integer.toUnsignedLong(directory.getInt(at + 24)),
				entry, data.get()));
		return true;
	}

	/**
	 * @return where the bytes of an entry begin; empty if the entry is another than the
	 * directory says
	 */
	private Optional<Long> data(long entry, byte[] name, int method) throws IOException {
		if (entry + ENTRY_HEAD + name.length > this.file.size()) {
			return Optional.empty();
		}
		ByteBuffer head = bytes(entry, ENTRY_HEAD + name.length);
		byte[] own = new byte[name.length];
		head.get(ENTRY_HEAD, own);
		boolean same = head.getInt(0) == ENTRY_MARK && Short.toUnsignedInt(head.getShort(26)) == name.length
				&& Arrays.equals(own, name) && head.getShort(8) == method;
		return same ? Optional.of(entry + ENTRY_HEAD + name.length + Short.toUnsignedInt(head.getShort(28)))
				: Optional.empty();
	}

	private boolean isInOrder() {
		Set<String> names = new HashSet<>();
		List<Part> byPlace = new ArrayList<>(this.parts);
		byPlace.sort(Comparator.comparingLong(Part::entry));
		long end = 0;
		for (Part part : byPlace) {
			boolean adjacent = part.entry() >= end && part.entry() <= end + LARGEST_GAP;
			if (!adjacent || !isProper(part.name()) || !names.add(part.name().toLowerCase(Locale.ROOT))) {
				return false;
			}
			end = part.end();
		}
		return true;
	}

	private static boolean isProper(String name) {
		return !name.isEmpty() && !name.startsWith("/") && !name.contains("\\") && !name.contains(":")
				&& !("/" + name + "/").contains("/../") && name.chars().noneMatch((c) -> c < ' ');
	}

	private ByteBuffer bytes(long from, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			if (this.file.read(bytes, from + bytes.position()) < 0) {
				throw new IOException("No such part");
			}
		}
		return bytes.flip();
	}

}
