package cn.ecopark.gate.judging;

import java.util.Set;
import java.util.regex.Pattern;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Which actions may happen. What happens by itself may turn to a page, and nothing else.
 */
final class PdfActions {

	private static final int DEEPEST = 20;

	/** Turning pages, zooming, showing and hiding. */
	private static final Set<String> BY_ITSELF = Set.of("GoTo", "Named", "SetOCGState", "Hide", "ResetForm", "Trans");

	/** The user presses, or lets go, the button of the mouse. */
	private static final Set<String> BY_HAND = Set.of("U", "D");

	private static final String LITERAL = "(\"[^\"\\\\]*\"|'[^'\\\\]*'|-?[0-9.]+|true|false)";

	private static final String LITERALS = LITERAL + "(\\s*,\\s*" + LITERAL + ")*";

	/** Functions that readers bring along: they format what was typed, or add numbers. */
	private static final Pattern FORMAT = Pattern
		.compile("(\\s*AF(Date|Number|Time|Percent|Special|Simple|Range|Merge)[A-Za-z_]*\\s*\\(\\s*(" + LITERAL
				+ "|new\\s+Array\\s*\\(\\s*" + LITERALS + "\\s*\\))?(\\s*,\\s*(" + LITERAL + "|new\\s+Array\\s*\\(\\s*"
				+ LITERALS + "\\s*\\)))*\\s*\\)\\s*;?\\s*)?");

	private PdfActions() {
	}

	/**
	 * @return whether it is a script that only formats a field, by what each reader has
	 * built in
	 */
	static boolean isFormat(COSDictionary action) {
		return COSName.JAVA_SCRIPT.equals(action.getDictionaryObject(COSName.S))
				&& action.getDictionaryObject(COSName.JS) instanceof COSString script
				&& script.getString().length() < 1000 && FORMAT.matcher(script.getString()).matches();
	}

	/**
	 * @param value of {@code OpenAction}: a place to turn to, or an action
	 */
	static boolean isHarmlessOnOpening(@Nullable COSBase value) {
		if (value instanceof COSDictionary dictionary) {
			return isHarmless(dictionary, 0);
		}
		return value == null || value instanceof COSNull || value instanceof COSArray || value instanceof COSString
				|| value instanceof COSName;
	}

	/**
	 * @param value actions by what triggers them
	 */
	static boolean areHarmlessTriggers(@Nullable COSBase value) {
		if (!(value instanceof COSDictionary triggers)) {
			return true;
		}
		for (COSName trigger : triggers.keySet()) {
			if (triggers.getDictionaryObject(trigger) instanceof COSDictionary action
					&& !BY_HAND.contains(trigger.getName()) && !isHarmless(action, 0)) {
				return false;
			}
		}
		return true;
	}

	/** What is a danger whenever it happens is told by itself. */
	private static boolean isHarmless(COSDictionary action, int depth) {
		COSBase kind = action.getDictionaryObject(COSName.S);
		boolean allowed = kind instanceof COSName name ? BY_ITSELF.contains(name.getName()) || PdfDangers.isAction(name)
				: kind == null || kind instanceof COSNull;
		if (!allowed || depth > DEEPEST) {
			return false;
		}
		COSBase next = action.getDictionaryObject(COSName.NEXT);
		if (next instanceof COSArray several) {
			for (int at = 0; at < several.size(); at++) {
				if (several.getObject(at) instanceof COSDictionary one && !isHarmless(one, depth + 1)) {
					return false;
				}
			}
			return true;
		}
		return !(next instanceof COSDictionary one) || isHarmless(one, depth + 1);
	}

}
