package cn.ecopark.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A sheet as a program reads it: the cells with their types, without any calculation. */
public final class ReadSheet {

	private static final String BUILT_IN_TEXT = "49";

	private ReadSheet() {
	}

	/**
	 * One cell.
	 *
	 * @param type as in the file: {@code inlineStr} or {@code n}
	 * @param format by which it is shown; {@code @} is text
	 */
	record Cell(String type, String text, String format, boolean calculated) {
	}

	/**
	 * @return the text of each cell, by row, the headings first; empty for an empty cell
	 */
	public static List<List<String>> rows(byte[] sheet) throws IOException {
		return cells(sheet).stream().map((row) -> row.stream().map(Cell::text).toList()).toList();
	}

	/**
	 * @return the column below that heading
	 */
	public static List<String> column(byte[] sheet, String heading) throws IOException {
		List<List<String>> rows = rows(sheet);
		int column = rows.get(0).indexOf(heading);
		return rows.stream().skip(1).map((row) -> (column < row.size()) ? row.get(column) : "").toList();
	}

	static List<List<Cell>> cells(byte[] sheet) throws IOException {
		Map<String, Document> parts = parts(sheet);
		List<String> formats = formats(parts.get("xl/styles.xml"));
		List<List<Cell>> rows = new ArrayList<>();
		for (Element row : all(parts.get("xl/worksheets/sheet1.xml").getDocumentElement(), "row")) {
			List<Cell> cells = new ArrayList<>();
			for (Element cell : all(row, "c")) {
				while (cells.size() < column(cell.getAttribute("r"))) {
					cells.add(new Cell("", "", "", false));
				}
				cells.add(cell(cell, formats));
			}
			rows.add(cells);
		}
		return rows;
	}

	private static Cell cell(Element cell, List<String> formats) {
		String style = cell.getAttribute("s");
		List<Element> values = cell.getAttribute("t").equals("inlineStr") ? all(cell, "t") : all(cell, "v");
		return new Cell(cell.getAttribute("t"), values.isEmpty() ? "" : values.get(0).getTextContent(),
				style.isEmpty() ? "" : formats.get(Integer.parseInt(style)), !all(cell, "f").isEmpty());
	}

	private static List<String> formats(Document styles) {
		Map<String, String> codes = new HashMap<>(Map.of(BUILT_IN_TEXT, "@"));
		all(styles.getDocumentElement(), "numFmt")
			.forEach((format) -> codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode")));
		return all(all(styles.getDocumentElement(), "cellXfs").get(0), "xf").stream()
			.map((style) -> codes.getOrDefault(style.getAttribute("numFmtId"), ""))
			.toList();
	}

	/** B7 stands in column 1. */
	private static int column(String place) {
		return place.chars().filter(Character::isLetter).reduce(0, (before, letter) -> before * 26 + letter - 'A' + 1)
				- 1;
	}

	private static List<Element> all(Element in, String name) {
		NodeList found = in.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int at = 0; at < found.getLength(); at++) {
			elements.add((Element) found.item(at));
		}
		return elements;
	}

	private static Map<String, Document> parts(byte[] sheet) throws IOException {
		Map<String, Document> parts = new HashMap<>();
		Path file = Files.createTempFile("sheet", ".xlsx");
		try {
			Files.write(file, sheet);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					parts.put(entry.getName(),
							DocumentBuilderFactory.newDefaultInstance()
								.newDocumentBuilder()
								.parse(zip.getInputStream(entry)));
				}
			}
		}
		catch (ParserConfigurationException | SAXException broken) {
			throw new IOException(broken);
		}
		finally {
			Files.delete(file);
		}
		return parts;
	}

}
