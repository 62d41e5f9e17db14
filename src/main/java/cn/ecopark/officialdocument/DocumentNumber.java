package cn.ecopark.officialdocument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.officialdocument.NumberRefusals.MalformedNumber;

/**
 * 发文字号 as on official documents: issuer, year in 六角括号, running number without leading
 * zero (GB/T 9704-2012, 7.2.5).
 *
 * @param text for instance 环发〔2013〕53号
 */
public record DocumentNumber(String text) {

	private static final Pattern WRITTEN = Pattern
		.compile("(\\p{IsHan}{1,12})\\s*[〔\\[［【(（]\\s*(\\d{4})\\s*[〕\\]］】)）]\\s*([1-9]\\d{0,4})\\s*号");

	private static final Pattern EXACT = Pattern.compile("(\\p{IsHan}{1,12})〔(\\d{4})〕([1-9]\\d{0,4})号");

	public DocumentNumber {
		if (!EXACT.matcher(text).matches()) {
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
		return written(matcher.group(1), matcher.group(2), matcher.group(3));
	}

	/**
	 * @param series 发文机关代字, for instance 环发
	 * @param number from 1
	 */
	public static DocumentNumber of(String series, int year, int number) {
		return written(series, Integer.toString(year), Integer.toString(number));
	}

	private static DocumentNumber written(String series, String year, String number) {
		return new DocumentNumber(series + "〔" + year + "〕" + number + "号");
	}

	/** 发文机关代字, for instance 环发. */
	public String series() {
		return part(1);
	}

	public int year() {
		return Integer.parseInt(part(2));
	}

	/** The running number, from 1. */
	public int number() {
		return Integer.parseInt(part(3));
	}

	private String part(int group) {
		Matcher matcher = EXACT.matcher(this.text);
		if (!matcher.matches()) {
			throw new IllegalStateException(this.text);
		}
		return matcher.group(group);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
