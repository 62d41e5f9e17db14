package cn.ecopark.worklist.web.panel;

import java.util.List;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.InputField;

/**
 * The draft of a panel's opinion that a member is asked to sign.
 *
 * @param conclusion in words
 * @param leader who has drawn it up
 * @param text the written opinion, empty for none
 * @param points what it says on each point it must cover
 * @param advice what is to be corrected, in the order it was raised
 * @param fields form fields of the step, if it has any besides
 */
public record SignaturePanel(String conclusion, String leader, String text, List<Point> points, List<String> advice,
		List<InputField> fields) implements PanelView {

	/** One point that the opinion must cover. */
	public record Point(String subject, String words) {
	}

	@Override
	public String name() {
		return Purpose.PANEL_SIGNATURE.panel();
	}

}
