package cn.ecopark.gate;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to hide in a PDF what it holds. */
enum PdfDisguise {

	/** Not at all. */
	PLAIN {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.written();
		}
	},
	/** Every other letter of a name as its number. */
	HEX_NAMES {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.changed(PdfDisguise::hexNames).written();
		}
	},
	/** Every text as hexadecimal digits in groups. */
	HEX_TEXTS {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.changed(PdfDisguise::hexTexts).written();
		}
	},
	/** Remarks between the words. */
	COMMENTS {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.changed((text) -> outsideTexts(text, "/", "%>> endobj\n/")).written();
		}
	},
	/** What an action is stands in another object, and that one refers to a third. */
	INDIRECT_NAMES {
		@Override
		byte[] write(RawPdf pdf) {
			Map<Integer, Object> names = new TreeMap<>();
			pdf.changed((text) -> {
				Matcher kinds = KINDS.matcher(text);
				return kinds.replaceAll((kind) -> {
					int number = 700 + names.size();
					names.put(number, "/" + kind.group(2));
					return "/" + kind.group(1) + " " + number + " 0 R";
				});
			});
			return pdf.withAll(names).written();
		}
	},
	/** The same key a second time, with a harmless value. */
	DOUBLE_KEYS {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.changed((text) -> KINDS.matcher(text).replaceAll("/$1/$2/$1/Harmless")).written();
		}
	},
	/** In a packed stream of objects. */
	OBJECT_STREAM {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.writtenPacked();
		}
	},
	/** In a packed stream of objects, with names as numbers. */
	OBJECT_STREAM_HEX {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.changed(PdfDisguise::hexNames).writtenPacked();
		}
	},
	/** In a revision that a later one has replaced. */
	OLD_REVISION {
		@Override
		byte[] write(RawPdf pdf) {
			Map<Integer, Object> harmless = new TreeMap<>(RawPdf.ofOnePage("", "").objects());
			pdf.objects().keySet().forEach((number) -> harmless.putIfAbsent(number, "null"));
			return pdf.written(harmless);
		}
	},
	/** In a later revision of a harmless file. */
	LATER_REVISION {
		@Override
		byte[] write(RawPdf pdf) {
			return RawPdf.ofOnePage("", "").written(pdf.objects());
		}
	},
	/** The table of the file leads nowhere. */
	WRONG_TABLE {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.writtenWithWrongPlaces();
		}
	},
	/** A line of a print job stands before the file. */
	JUNK_BEFORE {
		@Override
		byte[] write(RawPdf pdf) {
			return pdf.written("\u001b%-12345X@PJL JOB NAME=x\r\n");
		}
	};

	private static final Pattern KINDS = Pattern.compile("/(S|Subtype)\\s*/(\\w+)");

	abstract byte[] write(RawPdf pdf);

	private static String hexNames(String text) {
		StringBuilder changed = new StringBuilder();
		boolean name = false;
		int depth = 0;
		for (char next : text.toCharArray()) {
			depth += (next == '(') ? 1 : (next == ')') ? -1 : 0;
			boolean letter = Character.isLetterOrDigit(next);
			name = depth == 0 && (next == '/' || name && letter);
			changed.append(name && letter && changed.length() % 2 == 0 ? "#%02X".formatted((int) next) : next);
		}
		return changed.toString();
	}

	private static String hexTexts(String text) {
		return Pattern.compile("\\(([^()]*)\\)").matcher(text).replaceAll((found) -> {
			StringBuilder digits = new StringBuilder("<");
			found.group(1).chars().forEach((letter) -> digits.append("%x\n%x ".formatted(letter >> 4, letter & 15)));
			return digits.append('>').toString();
		});
	}

	private static String outsideTexts(String text, String word, String replacement) {
		StringBuilder changed = new StringBuilder();
		int depth = 0;
		for (char next : text.toCharArray()) {
			depth += (next == '(') ? 1 : (next == ')') ? -1 : 0;
			changed.append(depth == 0 && word.indexOf(next) >= 0 ? replacement : next);
		}
		return changed.toString();
	}

}
