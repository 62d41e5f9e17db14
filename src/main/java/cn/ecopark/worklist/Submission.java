package cn.ecopark.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;

/**
 * What came in with a task page.
 *
 * @param token made with the page; the same token twice is the same submission
 * @param fields every field of the page, by name
 */
public record Submission(String token, String outcome, String opinion, Map<String, List<String>> fields) {

	public static Submission empty() {
		return new Submission("", "", "", Map.of());
	}

	/**
	 * @return the first value of the field, trimmed; empty where it was left out
	 */
	public String field(String name) {
		List<String> values = this.fields.getOrDefault(name, List.of());
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
	 * @return the correction points entered for the chosen outcome
	 */
	public List<NewPoint> points() {
		return points(this.outcome);
	}

	/**
	 * @return the correction points entered for that outcome; those without a remark are
	 * dropped
	 */
	public List<NewPoint> points(String code) {
		List<String> subjects = all("pointTarget." + code);
		List<String> remarks = all("pointRemark." + code);
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
