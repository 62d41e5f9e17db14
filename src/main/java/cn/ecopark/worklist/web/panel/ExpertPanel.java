package cn.ecopark.worklist.web.panel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.InputField;

/**
 * Choosing experts: {@code expert} is posted once per chosen one, {@code leader} once. A
 * draw posts the same form with {@code draw=true}, {@code drawField} and
 * {@code drawCount} to {@code drawUrl}, which shows the task again.
 *
 * @param least fewest members
 * @param fieldsOfWork what can be drawn from, empty value first
 * @param drawUrl null where drawing is not offered
 * @param warning for instance that the number is even; null for nothing
 * @param fields form fields of the step, if it has any besides
 */
public record ExpertPanel(List<Candidate> candidates, @Nullable String leader, int least, List<Choice> fieldsOfWork,
		@Nullable String drawUrl, @Nullable String warning, List<InputField> fields) implements PanelView {

	/**
	 * @param work field of work, for instance 循环经济
	 * @param invitation how the invitation stands, for instance 已谢绝; null before
	 * @param recusal why the expert must not sit on this panel; null where nothing stands
	 * against it
	 * @param declined whether the expert has declined this panel, and is not asked again
	 */
	public record Candidate(String id, String name, String unit, String work, @Nullable String invitation,
			@Nullable String recusal, boolean declined, boolean chosen) {

		public boolean isClosed() {
			return this.declined || this.recusal != null;
		}

	}

	@Override
	public String name() {
		return Purpose.PANEL_FORMATION.panel();
	}

	public long count() {
		return this.candidates.stream().filter(Candidate::chosen).count();
	}

}
