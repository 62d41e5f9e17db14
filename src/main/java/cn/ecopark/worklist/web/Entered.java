package cn.ecopark.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.FormSchema;
import cn.ecopark.worklist.PageToken;

/**
 * What came in with a task page, as it was typed; shown again when it cannot be taken.
 *
 * @param token made with the page; the same token twice is the same submission
 * @param fields every field of the page, by name
 */
public record Entered(String token, Map<String, List<String>> fields) {

	/** Longer tokens were not made by a page. */
	private static final int LONGEST_TOKEN = 64;

	public Entered {
		token = token.length() > LONGEST_TOKEN ? token.substring(0, LONGEST_TOKEN) : token;
		token = token.replaceAll("[^\\x21-\\x7e]", "");
		fields = new LinkedHashMap<>(fields);
	}

	/** A page on which nothing has been typed yet. */
	public static Entered nothing() {
		return new Entered("", Map.of());
	}

	/**
	 * What a page posts; its token is one of the fields. Without a token it is nobody's
	 * repetition.
	 */
	static Entered posted(Map<String, List<String>> fields) {
		Entered entered = new Entered(new Entered("", fields).field("submission"), fields);
		return entered.token().isEmpty() ? new Entered(UUID.randomUUID().toString(), fields) : entered;
	}

	/**
	 * @return by which the submission is known a second time
	 */
	PageToken page() {
		return PageToken.of(this.token, this.fields);
	}

	public String outcome() {
		return field("outcome");
	}

	/**
	 * @return the opinion with its white space, as it stands in the box
	 */
	public String opinion() {
		List<String> values = all("opinion");
		return values.isEmpty() || values.get(0) == null ? "" : values.get(0);
	}

	/**
	 * @return the first value of the field, trimmed; empty where it was left out
	 */
	public String field(String name) {
		List<String> values = all(name);
		return values.isEmpty() || values.get(0) == null ? "" : values.get(0).strip();
	}

	/**
	 * @return the value of a field of the step's form
	 */
	public String form(String key) {
		return field(FormSchema.INPUT + key);
	}

	public List<String> all(String name) {
		return this.fields.getOrDefault(name, List.of());
	}

	/**
	 * @return names of the fields that begin with that
	 */
	public List<String> namesWith(String prefix) {
		return this.fields.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
	}

	/**
	 * @return the correction points entered for that outcome; those without a remark are
	 * dropped
	 */
	public List<NewPoint> points(String outcome) {
		List<String> subjects = all("pointTarget." + outcome);
		List<String> remarks = all("pointRemark." + outcome);
		List<NewPoint> points = new ArrayList<>();
		for (int index = 0; index < remarks.size(); index++) {
			String remark = remarks.get(index).strip();
			String subject = index < subjects.size() ? subjects.get(index).strip() : "";
			if (!remark.isEmpty()) {
				points.add(new NewPoint(subject, remark));
			}
		}
		return points;
	}

}
