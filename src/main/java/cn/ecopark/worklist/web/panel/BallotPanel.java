package cn.ecopark.worklist.web.panel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.InputField;

/**
 * One choice per park, posted as {@code choice.<itemId>} and {@code reason.<itemId>}.
 *
 * @param choices what can be chosen, for instance AGREE, DISAGREE, ABSTAIN
 * @param signs whether a body signs here, by its head or by a deputy
 * @param deputy whether a deputy was chosen so far
 * @param fields form fields of the step, if it has any besides
 */
public record BallotPanel(List<Park> parks, List<Choice> choices, boolean signs, boolean deputy,
		List<InputField> fields) implements PanelView {

	/**
	 * @param itemId id of the park's place in the batch
	 * @param note what the reader must know before choosing, for instance who disagreed;
	 * null for nothing
	 * @param chosen code of the choice so far, null for none
	 */
	public record Park(String itemId, String name, List<String> meta, String caseUrl, @Nullable String note,
			@Nullable String chosen, @Nullable String reason, @Nullable String error) {
	}

	@Override
	public String name() {
		return Purpose.BALLOT.panel();
	}

}
