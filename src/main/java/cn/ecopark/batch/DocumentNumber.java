package cn.ecopark.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.batch.BatchRefusals.MalformedNumber;

/**
 * 发文字号 as on official papers: issuer, year in 六角括号, running number without leading zero
 * (GB/T 9704-2012, 7.2.5).
 *
 * @param text for instance 环发〔2013〕53号
 */
public record DocumentNumber(String text) {

	private static final Pattern WRITTEN = Pattern
		.compile("(\\p{IsHan}{1,12})\\s*[〔\\[［【(（]\\s*(\\d{4})\\s*[〕\\]］】)）]\\s*([1-9]\\d{0,4})\\s*号");

	public DocumentNumber {
		if (!WRITTEN.matcher(text).matches()) {
			throw new MalformedNumber(text);
		}
	}

	/**
	 * @param text the number, with whatever brackets a keyboard offers
	 * @throws MalformedNumber when it is none
	 */
	public static DocumentNumber of(String text) {
		Matcher matcher = WRITTEN.matcher(text.strip());
		if (!matcher.matches()) {
			throw new MalformedNumber(text);
		}
		return new DocumentNumber("%s〔%s〕%s号".formatted(matcher.group(1), matcher.group(2), matcher.group(3)));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
