package cn.ecopark.officialdocument;

import java.util.List;

import cn.ecopark.shared.Refusal;
import cn.ecopark.typesetting.Undrawable;
import cn.ecopark.typesetting.manuscript.TemplateFault;

/** Why a template or a document is refused. */
public final class CompositionRefusals {

	private CompositionRefusals() {
	}

	/** There is no such kind of document. */
	public static final class OfficialDocumentKindNotFound extends Refusal {

		public OfficialDocumentKindNotFound() {
			super("officialdocument.kind-not-found");
		}

	}

	/** No document can be made of the template. */
	public static final class TemplateFaulty extends Refusal {

		private final transient List<TemplateFault> faults;

		public TemplateFaulty(List<TemplateFault> faults) {
			super("officialdocument.template-faulty", faults.size());
			this.faults = List.copyOf(faults);
		}

		public List<TemplateFault> faults() {
			return this.faults;
		}

	}

	/** A fact the document needs was not told. */
	public static final class FactMissing extends Refusal {

		public FactMissing(String label) {
			super("officialdocument.fact-missing", label);
		}

	}

	/** A character that no font has: nothing goes out in which it would be a blank. */
	public static final class CharacterUndrawable extends Refusal {

		/**
		 * @param label the fact it stands in
		 */
		CharacterUndrawable(String label, Undrawable found) {
			super("officialdocument.character-undrawable", label, found.line(), found.place(), found.character(),
					found.code());
		}

	}

	/** As before, in a template or in the name of a body. */
	public static final class CharactersUndrawable extends Refusal {

		CharactersUndrawable(String label, List<String> characters) {
			super("officialdocument.characters-undrawable", label, String.join("、", characters));
		}

	}

	/** The rule pack in force does not say how a correction is told. */
	public static final class CorrectionTextMissing extends Refusal {

		public CorrectionTextMissing() {
			super("officialdocument.correction-text-missing");
		}

	}

}
