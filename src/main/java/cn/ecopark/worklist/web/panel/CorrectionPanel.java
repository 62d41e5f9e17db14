package cn.ecopark.worklist.web.panel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.InputField;

/**
 * The points to be corrected, answered one by one; each answer is posted as
 * {@code answer.<id>}.
 *
 * @param fields form fields of the step, if it has any besides
 */
public record CorrectionPanel(List<Point> points, List<InputField> fields) implements PanelView {

	/**
	 * @param target what it is about, in words; null for the whole
	 * @param by who asked for it
	 * @param document kind of the document to be replaced, null for none
	 */
	public record Point(String id, int number, @Nullable String target, String remark, String by,
			@Nullable String document, @Nullable String answer, @Nullable String error) {
	}

	@Override
	public String name() {
		return Purpose.CORRECTION.panel();
	}

}
