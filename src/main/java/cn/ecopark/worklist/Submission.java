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

	/** @return the first value of the field, trimmed; empty where it was left out */
	public String field(String name) {
		List<String> values = this.fields.getOrDefault(name, List.of());
		return values.isEmpty() || values.get(0) == null ? "" : values.get(0).strip();
	}

	public List<String> all(String name) {
		return this.fields.getOrDefault(name, List.of());
	}

	/** @return the correction points entered, pairs of {@code point.subject} and {@code point.remark} */
	public List<NewPoint> points() {
		List<String> subjects = all("point.subject");
		List<String> remarks = all("point.remark");
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
