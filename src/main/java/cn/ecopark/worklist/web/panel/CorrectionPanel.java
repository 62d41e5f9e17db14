package cn.ecopark.worklist.web.panel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.InputField;

/**
 * The points to be corrected, answered one by one; each answer is posted as
 * {@code answer.<id>}.
 *
 * @param fields the form that was filled in, to be corrected; none where there was none
 */
public record CorrectionPanel(List<Point> points, List<InputField> fields) implements PanelView {

	/**
	 * @param target what it is about, in words; null for the whole
	 * @param by who asked for it
	 * @param document kind of the document to be replaced, null for none
	 * @param field key of the field to be corrected, null for none
	 */
	public record Point(String id, int number, @Nullable String target, String remark, String by,
			@Nullable String document, @Nullable String field, @Nullable String answer, @Nullable String error) {
	}

	/** The form stands open where a point is about it, or something in it is wrong. */
	public boolean isOpen() {
		return this.points.stream().anyMatch(point -> point.field() != null) || hasError(this.fields);
	}

	private static boolean hasError(List<InputField> fields) {
		return fields.stream().anyMatch(field -> field.error() != null || hasError(field.fields()));
	}

	@Override
	public String name() {
		return Purpose.CORRECTION.panel();
	}

}
