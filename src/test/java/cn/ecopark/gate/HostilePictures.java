package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import cn.ecopark.SampleFiles;

/** Pictures that are too much, that are not alone, or that are none. */
final class HostilePictures {

	private static final byte[] PIXELS = RawPdf.deflated(new byte[100]);

	private static final byte[] MUCH = RawPdf.deflated(new byte[64 << 20]);

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostilePictures pictures = new HostilePictures();
		pictures.pngs();
		pictures.jpegs();
		pictures.others();
		return pictures.files;
	}

	private void pngs() {
		add("picture of enormous size", "PNG", "图.png", png(60000, 60000), "image.pixels");
		add("picture of enormous size", "PNG, one line", "图.png", png(2_000_000_000, 1), "image.pixels");
		add("text that unpacks enormously", "zTXt", "图.png", png(8, 8, chunk("zTXt", named(0), MUCH)), "image.bomb");
		add("text that unpacks enormously", "iTXt", "图.png", png(8, 8, chunk("iTXt", named(1, 0, 0, 0), MUCH)),
				"image.bomb");
		add("text that unpacks enormously", "iCCP", "图.png", png(8, 8, chunk("iCCP", named(0), MUCH)), "image.bomb");
		add("picture that moves", "PNG", "图.png", png(8, 8, chunk("acTL", new byte[8])), "image.animated");
		byte[] plain = SampleFiles.png(8);
		add("archive behind the file", "PNG", "图.png", PdfBombs.joined(plain, SampleFiles.archive("a.exe")),
				"two-kinds");
		add("web page behind the file", "PNG", "图.png", PdfBombs.joined(plain, text("<script>x</script>")),
				"more-behind");
		add("program behind the file", "PNG", "图.png", PdfBombs.joined(plain, text("MZ12".repeat(1250))),
				"more-behind");
		add("PDF within the first bytes", "PNG", "图.png", png(8, 8, chunk("tEXt", text("a\0%PDF-1.7"))), "two-kinds");
		add("transfer broken off", "PNG", "图.png", Arrays.copyOf(plain, plain.length - 20), "damaged");
		byte[] wrong = plain.clone();
		wrong[plain.length - 20] ^= 1;
		add("changed on the way", "PNG", "图.png", wrong, "damaged");
		add("chunk that claims everything", "PNG", "图.png",
				PdfBombs.joined(SampleFiles.PNG_HEAD, ByteBuffer.allocate(8).putInt(-1).put(text("IHDR")).array()),
				"damaged");
	}

	private void jpegs() {
		add("picture of enormous size", "JPEG", "图.jpg", Jpegs.ofSize(65000, 65000), "image.pixels");
		add("picture of unknown height", "JPEG", "图.jpg", Jpegs.ofSize(100, 0), "image.pixels");
		add("picture of too many layers", "JPEG", "图.jpg", Jpegs.of(8, 8, 5000), "image.bomb");
		byte[] plain = Jpegs.ofSize(8, 8);
		add("archive behind the file", "JPEG", "图.jpg", PdfBombs.joined(plain, SampleFiles.archive("a.exe")),
				"two-kinds");
		add("web page behind the file", "JPEG", "图.jpg", PdfBombs.joined(plain, text("<?php x ?>")), "more-behind");
		add("program behind the file", "JPEG", "图.jpg", PdfBombs.joined(plain, text("MZ12".repeat(12_500))),
				"more-behind");
		add("transfer broken off", "JPEG", "图.jpg", Arrays.copyOf(plain, plain.length - 2), "damaged");
	}

	private void others() {
		add("another type", "program called PDF", "规划.pdf", SampleFiles.program(), "unknown-type");
		add("another type", "web page called PDF", "规划.pdf", text("<html>x</html>"), "unknown-type");
		add("another type", "GIF called PNG", "图.png", text("GIF89a" + "x".repeat(99)), "kind.picture");
		add("another type", "SVG called PNG", "图.png", text("<svg onload='x'/>"), "unknown-type");
		add("another type", "Word of before 2007", "报告.docx",
				new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4 }, "office.old");
		add("another name", "PNG called PDF", "规划.pdf", SampleFiles.png(8), "misnamed");
		add("another name", "PDF called program", "规划.pdf.exe", RawPdf.ofOnePage("", "").written(), "misnamed");
		add("nothing at all", HostileFile.OPEN, "规划.pdf", new byte[0], "empty");
	}

	private void add(String technique, String disguise, String name, byte[] bytes, String code) {
		this.files.add(new HostileFile(technique, disguise, name, bytes, code));
	}

	private static byte[] png(int width, int height, byte[]... chunks) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(SampleFiles.PNG_HEAD);
		bytes.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array()));
		for (byte[] chunk : chunks) {
			bytes.writeBytes(chunk);
		}
		bytes.writeBytes(chunk("IDAT", PIXELS));
		bytes.writeBytes(chunk("IEND"));
		return bytes.toByteArray();
	}

	private static byte[] chunk(String name, byte[]... parts) {
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		data.writeBytes(text(name));
		for (byte[] part : parts) {
			data.writeBytes(part);
		}
		CRC32 sum = new CRC32();
		sum.update(data.toByteArray());
		ByteBuffer chunk = ByteBuffer.allocate(data.size() + 8).putInt(data.size() - 4).put(data.toByteArray());
		return chunk.putInt((int) sum.getValue()).array();
	}

	private static byte[] named(int... flags) {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		head.writeBytes(text("name\0"));
		for (int flag : flags) {
			head.write(flag);
		}
		return head.toByteArray();
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
