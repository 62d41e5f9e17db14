package cn.ecopark.upgrade;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

/**
 * A font without outlines and a seal of a few pixels, so that official documents of a
 * fixture are a tenth of their size: their text can be searched and their signatures
 * hold, but nobody can read them.
 */
public final class SmallDocuments {

	public static final String FONT = "blank.ttf";

	public static final String SEAL = "seal.png";

	private static final int FIRST = 0x20;

	private static final int LAST = 0xFFFD;

	private static final int GLYPHS = LAST - FIRST + 2;

	/** Glyphs 1 to 95 are those of ASCII, half as wide as the others. */
	private static final int METRICS = 97;

	private static final int WIDE = 1000;

	private SmallDocuments() {
	}

	/** Writes both into that folder. */
	public static void into(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.write(folder.resolve(FONT), font());
			ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", folder.resolve(SEAL).toFile());
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static byte[] font() throws IOException {
		Map<String, byte[]> tables = new TreeMap<>();
		tables.put("OS/2", os2());
		tables.put("cmap", cmap());
		tables.put("glyf", words(0, 0, 0, 0, 0, 0));
		tables.put("head", head());
		tables.put("hhea", words(1, 0, 880, -120 & 0xffff, 0, WIDE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, METRICS));
		tables.put("hmtx", hmtx());
		tables.put("loca", loca());
		tables.put("maxp", words(1, 0, GLYPHS, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
		tables.put("name", name());
		tables.put("post", words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
		return file(tables);
	}

	private static byte[] file(Map<String, byte[]> tables) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(head);
		out.writeInt(0x00010000);
		out.writeShort(tables.size());
		out.writeShort(128);
		out.writeShort(3);
		out.writeShort(tables.size() * 16 - 128);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int offset = 12 + tables.size() * 16;
		for (Map.Entry<String, byte[]> table : tables.entrySet()) {
			out.writeBytes(table.getKey());
			out.writeInt(0);
			out.writeInt(offset + body.size());
			out.writeInt(table.getValue().length);
			body.write(table.getValue());
			body.write(new byte[(4 - table.getValue().length % 4) % 4]);
		}
		body.writeTo(head);
		return head.toByteArray();
	}

	/** Format 4, one segment for all characters of the first plane. */
	private static byte[] cmap() throws IOException {
		int delta = (1 - FIRST) & 0xffff;
		return words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, LAST, 0xffff, 0, FIRST, 0xffff, delta, 1, 0, 0);
	}

	private static byte[] head() throws IOException {
		return words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, WIDE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, WIDE, WIDE, 0, 8, 2, 1,
				0);
	}

	private static byte[] hmtx() throws IOException {
		int[] values = new int[METRICS * 2 + (GLYPHS - METRICS)];
		for (int glyph = 0; glyph < METRICS; glyph++) {
			values[glyph * 2] = glyph > 0 && glyph < METRICS - 1 ? WIDE / 2 : WIDE;
		}
		return words(values);
	}

	/** Long offsets; only the glyph of what is missing has a body. */
	private static byte[] loca() throws IOException {
		int[] values = new int[(GLYPHS + 1) * 2];
		for (int glyph = 1; glyph <= GLYPHS; glyph++) {
			values[glyph * 2 + 1] = 12;
		}
		return words(values);
	}

	private static byte[] name() throws IOException {
		byte[] text = "Blank".getBytes(StandardCharsets.UTF_16BE);
		int[] ids = { 1, 4, 6 };
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(words(0, ids.length, 6 + ids.length * 12));
		for (int id : ids) {
			bytes.write(words(3, 1, 0x409, id, text.length, 0));
		}
		bytes.write(text);
		return bytes.toByteArray();
	}

	private static byte[] os2() throws IOException {
		int[] values = new int[48];
		values[0] = 3;
		values[1] = WIDE;
		values[2] = 400;
		values[3] = 5;
		values[32] = FIRST;
		values[33] = LAST;
		values[34] = 880;
		values[35] = -120 & 0xffff;
		values[37] = 880;
		values[38] = 120;
		return words(values);
	}

	private static byte[] words(int... values) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		for (int value : values) {
			out.writeShort(value);
		}
		return bytes.toByteArray();
	}

}
