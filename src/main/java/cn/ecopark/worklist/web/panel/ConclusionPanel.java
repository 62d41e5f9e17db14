package cn.ecopark.worklist.web.panel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.InputField;

/**
 * What a leader concludes from: the members' own opinions, and how they stood to his
 * draft before.
 *
 * @param before who dissented from or did not sign the draft before; empty for the first
 * @param fields form fields of the step
 */
public record ConclusionPanel(List<Member> votes, List<Member> before, List<InputField> fields) implements PanelView {

	/**
	 * @param stance what was voted, or how he stood to the draft, in words
	 * @param words what was said, {@code null} for nothing
	 */
	public record Member(String name, String stance, @Nullable String words) {
	}

	@Override
	public String name() {
		return Purpose.PANEL_CONCLUSION.panel();
	}

}
