package cn.ecopark.gate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import cn.ecopark.SampleFiles;

/**
 * Archives that are no honest office file: bombs, and such as two programs see
 * differently.
 */
final class HostileArchives {

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileArchives archives = new HostileArchives();
		archives.bombs();
		archives.definitions();
		archives.names();
		archives.structure();
		return archives.files;
	}

	private void bombs() {
		byte[] much = new byte[100 << 20];
		add("part that unpacks enormously", "honest", OfficeSample.text().part("word/a.png", much).written(),
				"office.bomb");
		byte[] lying = OfficeSample.text().part("word/a.png", much).written();
		int directory = last(lying, "word/a.png") - 46;
		ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 100);
		add("part that unpacks enormously", "wrong size", lying, "office.bomb");
		add("part that unpacks enormously", "text",
				OfficeSample.text().part("word/a.xml", "<a>" + " ".repeat(60 << 20) + "</a>").written(), "office.bomb");
		add("elements without end", HostileFile.OPEN,
				OfficeSample.text().part("word/a.xml", "<a>".repeat(100_000)).written(), "office.bomb");
		Map<String, byte[]> many = OfficeSample.text().parts();
		for (int number = 0; number < 20_000; number++) {
			many.put("word/" + number, new byte[0]);
		}
		add("parts without end", HostileFile.OPEN, OfficeSample.archive(many), "office.archive");
	}

	private void definitions() {
		String lol = "<!DOCTYPE a [<!ENTITY b 'lol'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>";
		add("definitions that multiply", "in a part", OfficeSample.text().part("word/a.xml", lol).written(),
				"office.definitions");
		add("definitions that multiply", "in the text", OfficeSample.text().part("word/document.xml", lol).written(),
				"office.definitions");
		add("definitions that read a file", HostileFile.OPEN,
				OfficeSample.text()
					.part("word/a.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")
					.written(),
				"office.definitions");
		add("definitions that read a file", "other letters",
				OfficeSample.text()
					.part("word/a.xml",
							("<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a SYSTEM 'http://x'><a/>")
								.getBytes(StandardCharsets.UTF_16))
					.written(),
				"office.definitions");
		add("definitions that read a file", "in the relations",
				OfficeSample.text()
					.part("word/_rels/a.xml.rels", "<!--" + "x".repeat(9000) + "--><!DOCTYPE a SYSTEM 'http://x'><a/>")
					.written(),
				"office.definitions");
	}

	private void names() {
		for (String name : List.of("../../etc/a", "/etc/a", "word\\..\\a", "C:/a", "word/../a", "word/DOCUMENT.xml")) {
			add("names that lead out or twice to the same", name, OfficeSample.text().part(name, "<a/>").written(),
					"office.archive");
		}
	}

	private void structure() {
		byte[] plain = OfficeSample.text().written();
		add("something before the archive", "another entry", PdfBombs.joined(entry("hidden.exe"), plain),
				"office.archive");
		add("something behind the archive", HostileFile.OPEN, PdfBombs.joined(plain, new byte[100]), "office.archive");
		add("two archives", HostileFile.OPEN, PdfBombs.joined(plain, SampleFiles.archive("a.exe")), "office.archive");
		byte[] other = plain.clone();
		other[first(other, "word/document.xml") + 5] = 'X';
		add("entry of another name than in the directory", HostileFile.OPEN, other, "office.archive");
		byte[] same = OfficeSample.text().part("word/a.xml", "<a/>").written();
		ByteBuffer overlapping = ByteBuffer.wrap(same).order(ByteOrder.LITTLE_ENDIAN);
		int packed = last(same, "word/document.xml") - 46 + 20;
		overlapping.putInt(packed, overlapping.getInt(packed) + 60);
		add("entries that overlap", HostileFile.OPEN, same, "office.archive");
		byte[] locked = plain.clone();
		locked[last(locked, "word/document.xml") - 46 + 8] |= 1;
		add("entry with a password", HostileFile.OPEN, locked, "office.archive");
		byte[] odd = plain.clone();
		odd[last(odd, "word/document.xml") - 46 + 10] = 14;
		add("entry packed in another way", HostileFile.OPEN, odd, "office.archive");
		add("transfer broken off", "DOCX", Arrays.copyOf(plain, plain.length / 2), "damaged");
		add("archive without a table of contents", HostileFile.OPEN, SampleFiles.archive("word/document.xml"),
				"kind.archive");
		Map<String, byte[]> deck = new LinkedHashMap<>(OfficeSample.text().parts());
		deck.replaceAll((name,
				bytes) -> name.startsWith("[") ? new String(bytes, StandardCharsets.UTF_8)
					.replace("wordprocessingml.document", "presentationml.presentation")
					.getBytes(StandardCharsets.UTF_8) : bytes);
		add("slides called a text", HostileFile.OPEN, OfficeSample.archive(deck), "office.old.slides");
	}

	private static byte[] entry(String name) {
		byte[] data = "MZ".getBytes(StandardCharsets.US_ASCII);
		CRC32 sum = new CRC32();
		sum.update(data);
		ByteBuffer entry = ByteBuffer.allocate(32 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
		entry.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0);
		entry.putInt((int) sum.getValue()).putInt(2).putInt(2).putShort((short) name.length()).putShort((short) 0);
		return entry.put(name.getBytes(StandardCharsets.US_ASCII)).put(data).array();
	}

	private static int first(byte[] bytes, String name) {
		return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
	}

	private static int last(byte[] bytes, String name) {
		return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(name);
	}

	private void add(String technique, String disguise, byte[] bytes, String code) {
		this.files.add(new HostileFile(technique, disguise, "报告.docx", bytes, code));
	}

}
