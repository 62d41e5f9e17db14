package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes office files part by part. */
final class OfficeSample {

	static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

	private static final String CONTENT = "application/vnd.openxmlformats-officedocument.";

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private final StringBuilder contents = new StringBuilder();

	private final Map<String, StringBuilder> relations = new LinkedHashMap<>();

	private final String main;

	private OfficeSample(String main, String content) {
		this.main = main;
		content(main, content);
		relation("", "officeDocument", main, false);
	}

	static OfficeSample text(String... body) {
		return new OfficeSample("word/document.xml", CONTENT + "wordprocessingml.document.main+xml")
			.part("word/document.xml", "<w:document xmlns:w='w' xmlns:v='v' xmlns:o='o'><w:body>"
					+ String.join("", body) + "</w:body></w:document>");
	}

	static OfficeSample sheet(String... cells) {
		return new OfficeSample("xl/workbook.xml", CONTENT + "spreadsheetml.sheet.main+xml")
			.part("xl/workbook.xml", "<workbook xmlns='x'><sheets/></workbook>")
			.content("xl/worksheets/sheet1.xml", CONTENT + "spreadsheetml.worksheet+xml")
			.part("xl/worksheets/sheet1.xml",
					"<worksheet xmlns='x'><sheetData>" + String.join("", cells) + "</sheetData></worksheet>");
	}

	OfficeSample part(String name, String text) {
		return part(name, text.getBytes(StandardCharsets.UTF_8));
	}

	OfficeSample part(String name, byte[] bytes) {
		this.parts.put(name, bytes);
		return this;
	}

	OfficeSample content(String part, String type) {
		this.contents.append("<Override PartName='/%s' ContentType='%s'/>".formatted(part, type));
		return this;
	}

	/** A relation of the main part. */
	OfficeSample related(String type, String target, boolean external) {
		return relation(this.main, type, target, external);
	}

	OfficeSample relation(String source, String type, String target, boolean external) {
		StringBuilder all = this.relations.computeIfAbsent(source, (part) -> new StringBuilder());
		all.append("<Relationship Id='r%d' Type='%s' Target='%s'%s/>".formatted(all.length(),
				type.contains(":") ? type : RELATIONS + type, target, external ? " TargetMode='External'" : ""));
		return this;
	}

	/** All parts in their order. */
	Map<String, byte[]> parts() {
		Map<String, byte[]> all = new LinkedHashMap<>();
		all.put("[Content_Types].xml",
				xml("<Types xmlns='" + PACKAGE
						+ "content-types'><Default Extension='rels' ContentType='application/xml'/>"
						+ "<Default Extension='xml' ContentType='application/xml'/>"
						+ "<Default Extension='png' ContentType='image/png'/>" + this.contents + "</Types>"));
		this.relations.forEach((source, some) -> all.put(relationsOf(source),
				xml("<Relationships xmlns='" + PACKAGE + "relationships'>" + some + "</Relationships>")));
		all.putAll(this.parts);
		return all;
	}

	byte[] written() {
		return archive(parts());
	}

	static byte[] archive(Map<String, byte[]> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private static String relationsOf(String source) {
		int name = source.lastIndexOf('/') + 1;
		return source.substring(0, name) + "_rels/" + source.substring(name) + ".rels";
	}

	private static byte[] xml(String text) {
		return ("<?xml version='1.0' encoding='UTF-8'?>" + text).getBytes(StandardCharsets.UTF_8);
	}

}
