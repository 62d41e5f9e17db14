package cn.ecopark.gate.judging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;

/**
 * Texts that are objects of their own, and the objects that addresses refer to. Only such
 * a text is an address: titles and bookmarks may begin like one. Of a number all objects
 * count, also those of earlier revisions.
 */
final class PdfAddresses {

	/** Codes of dangers by the number of the text. */
	private final Map<Long, Set<String>> texts = new HashMap<>();

	private final Map<Long, Set<Long>> references = new HashMap<>();

	private final Set<Long> addresses = new HashSet<>();

	void see(long number, COSBase object) {
		if (object instanceof COSString text) {
			Optional<String> danger = PdfDangers.addressDanger(text.getString());
			danger.ifPresent((code) -> this.texts.computeIfAbsent(number, (key) -> new LinkedHashSet<>()).add(code));
		}
		else if (object instanceof COSObject reference) {
			refer(number, reference.getKey().getNumber());
		}
		else if (object instanceof COSInteger first) {
			// The beginning of a reference, which some readers follow.
			refer(number, first.longValue());
		}
		else {
			seeWithin(object);
		}
	}

	private void refer(long number, long other) {
		this.references.computeIfAbsent(number, (key) -> new HashSet<>()).add(other);
	}

	private void seeWithin(COSBase object) {
		if (object instanceof COSDictionary dictionary) {
			for (COSName key : PdfDangers.ADDRESSES) {
				if (dictionary.getItem(key) instanceof COSObject reference) {
					this.addresses.add(reference.getKey().getNumber());
				}
			}
			dictionary.getValues().forEach(this::seeWithin);
		}
		else if (object instanceof COSArray array) {
			for (int at = 0; at < array.size(); at++) {
				seeWithin(array.get(at));
			}
		}
	}

	/**
	 * @param found is told the code of each danger
	 */
	void judge(Consumer<String> found) {
		Deque<Long> open = new ArrayDeque<>(this.addresses);
		Set<Long> seen = new HashSet<>(this.addresses);
		while (!open.isEmpty()) {
			Long number = open.pop();
			this.texts.getOrDefault(number, Set.of()).forEach(found);
			for (Long next : this.references.getOrDefault(number, Set.of())) {
				if (seen.add(next)) {
					open.push(next);
				}
			}
		}
	}

}
