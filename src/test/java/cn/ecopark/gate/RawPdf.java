package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;

/** Writes a PDF object by object, exactly as told, be it right or wrong. */
final class RawPdf {

	private final Map<Integer, Object> objects = new TreeMap<>();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final Map<Integer, Integer> places = new TreeMap<>();

	private String trailer = "/Root 1 0 R";

	/** An object with data. */
	record Stream(String dictionary, byte[] data) {
	}

	/**
	 * @param catalog further entries of the catalog
	 * @param page further entries of its only page
	 */
	static RawPdf ofOnePage(String catalog, String page) {
		RawPdf pdf = new RawPdf();
		pdf.objects.put(1, "<</Type/Catalog/Pages 2 0 R " + catalog + ">>");
		pdf.objects.put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
		pdf.objects.put(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R " + page + ">>");
		pdf.objects.put(4, new Stream("", "0 0 100 100 re f".getBytes(StandardCharsets.US_ASCII)));
		return pdf;
	}

	RawPdf with(int number, Object object) {
		this.objects.put(number, object);
		return this;
	}

	RawPdf withAll(Map<Integer, ?> more) {
		this.objects.putAll(more);
		return this;
	}

	RawPdf withTrailer(String entries) {
		this.trailer += entries;
		return this;
	}

	/**
	 * @return the same with all texts changed
	 */
	RawPdf changed(UnaryOperator<String> change) {
		this.objects.replaceAll((number, object) -> (object instanceof Stream stream)
				? new Stream(change.apply(stream.dictionary()), stream.data()) : change.apply((String) object));
		return this;
	}

	Map<Integer, Object> objects() {
		return this.objects;
	}

	byte[] written() {
		return written("");
	}

	byte[] written(String before) {
		print(before + "%PDF-1.7\n%\u00e2\u00e3\n");
		revision(this.objects, before.length());
		return this.bytes.toByteArray();
	}

	/** A first revision, and one that replaces objects of it. */
	byte[] written(Map<Integer, ?> replaced) {
		written();
		this.places.clear();
		revision(replaced, 0);
		return this.bytes.toByteArray();
	}

	/** The places in the table are all wrong. */
	byte[] writtenWithWrongPlaces() {
		print("%PDF-1.7\n");
		revision(this.objects, -12345);
		return this.bytes.toByteArray();
	}

	/** All objects without data are packed into one stream. */
	byte[] writtenPacked() {
		print("%PDF-1.7\n");
		StringBuilder index = new StringBuilder();
		StringBuilder content = new StringBuilder();
		int count = 0;
		for (Entry<Integer, Object> object : this.objects.entrySet()) {
			if (object.getValue() instanceof Stream) {
				print(object.getKey(), object.getValue());
			}
			else {
				index.append(object.getKey()).append(' ').append(content.length()).append(' ');
				content.append(object.getValue()).append('\n');
				count++;
			}
		}
		byte[] data = (index.toString() + content).getBytes(StandardCharsets.ISO_8859_1);
		print(900, new Stream("/Type/ObjStm/N " + count + "/First " + index.length() + "/Filter/FlateDecode",
				deflated(data)));
		table(index.toString().split(" "));
		return this.bytes.toByteArray();
	}

	static byte[] deflated(byte[] data) {
		Deflater deflater = new Deflater(Deflater.BEST_SPEED + 2);
		deflater.setInput(data);
		deflater.finish();
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		byte[] buffer = new byte[64 * 1024];
		while (!deflater.finished()) {
			packed.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		return packed.toByteArray();
	}

	private void table(String[] index) {
		int place = this.bytes.size();
		byte[] rows = new byte[1000 * 6];
		this.places.forEach((number, at) -> row(rows, number, 1, at, 0));
		for (int at = 0; at < index.length; at += 2) {
			row(rows, Integer.parseInt(index[at]), 2, 900, at / 2);
		}
		row(rows, 901, 1, place, 0);
		print(901, new Stream("/Type/XRef/Size 1000/W[1 4 1]" + this.trailer, rows));
		print("startxref\n" + place + "\n%%EOF\n");
	}

	private static void row(byte[] rows, int number, int kind, int value, int rest) {
		int at = number * 6;
		rows[at] = (byte) kind;
		for (int digit = 0; digit < 4; digit++) {
			rows[at + 1 + digit] = (byte) (value >> 24 - 8 * digit);
		}
		rows[at + 5] = (byte) rest;
	}

	private void revision(Map<Integer, ?> written, int shift) {
		written.forEach(this::print);
		int place = this.bytes.size() - shift;
		StringBuilder table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
		this.places.forEach((number,
				at) -> table.append(number).append(" 1\n").append("%010d 00000 n \n".formatted(Math.abs(at - shift))));
		print(table + "trailer\n<</Size 1000" + this.trailer + ">>\nstartxref\n" + Math.abs(place) + "\n%%EOF\n");
	}

	private void print(int number, Object object) {
		this.places.put(number, this.bytes.size());
		if (object instanceof Stream stream) {
			print(number + " 0 obj\n<<" + stream.dictionary() + "/Length " + stream.data().length + ">>\nstream\n");
			this.bytes.writeBytes(stream.data());
			print("\nendstream\nendobj\n");
		}
		else {
			print(number + " 0 obj\n" + object + "\nendobj\n");
		}
	}

	private void print(String text) {
		this.bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}

}
