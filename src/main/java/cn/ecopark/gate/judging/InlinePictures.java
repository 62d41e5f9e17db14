package cn.ecopark.gate.judging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for pictures that stand within the drawing of a page, between {@code BI} and
 * {@code ID}, while it passes by.
 */
final class InlinePictures {

	private static final int LONGEST = 2048;

	private static final Pattern WIDTH = Pattern.compile("/W(?:idth)?\\s+(\\d{1,12})");

	private static final Pattern HEIGHT = Pattern.compile("/H(?:eight)?\\s+(\\d{1,12})");

	private final StringBuilder header = new StringBuilder();

	private boolean within;

	private int last;

	private int lastButOne;

	private boolean flood;

	void see(byte[] bytes, int count) {
		for (int at = 0; at < count; at++) {
			see(bytes[at] & 0xff);
		}
	}

	boolean isFlood() {
		return this.flood;
	}

	private void see(int next) {
		if (this.within) {
			this.header.append((char) next);
			if (this.last == 'I' && next == 'D' || this.header.length() > LONGEST) {
				end();
			}
		}
		else if (next <= ' ' && this.last == 'I' && this.lastButOne == 'B') {
			this.within = true;
			this.header.setLength(0);
		}
		this.lastButOne = this.last;
		this.last = next;
	}

	private void end() {
		this.within = false;
		Matcher width = WIDTH.matcher(this.header);
		Matcher height = HEIGHT.matcher(this.header);
		if (width.find() && height.find()) {
			this.flood |= PdfPictures.isFlood(Long.parseLong(width.group(1)), Long.parseLong(height.group(1)), 8);
		}
	}

}
