package cn.ecopark.rulepack;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A kind of document that steps of a rule pack ask for.
 *
 * @param key the name models use, for instance {@code constructionPlan}
 * @param label the Chinese name
 * @param englishLabel the English name
 * @param accept endings of the file names it may be handed in under, for instance
 * {@code pdf}; none of a document that the system makes
 * @param confirmed whether it was checked against the official text
 * @param use what the system has to know it for, where it has to know it at all
 */
public record DocumentKind(String key, String label, String englishLabel, List<String> accept, String source,
		boolean confirmed, @Nullable Use use) {

	/**
	 * What the system has to know a kind of document for, besides the steps that name it.
	 * At most one kind of a pack has each use.
	 */
	public enum Use {

		/** 审批单: what was said of a case, on one sheet. */
		APPROVAL_SHEET(Procedure.Kind.CASE),
		/** 文稿: what the bodies of a joint decision are asked about. */
		JOINT_DRAFT(Procedure.Kind.BATCH),
		/** 会签印发件（扫描件）: a joint document that was made outside. */
		JOINT_SCAN(Procedure.Kind.BATCH),
		/** 发文稿纸: the signatures of a joint decision. */
		SIGN_OFF_SHEET(Procedure.Kind.BATCH),
		/** 验收工作表, laid before the public for each park. */
		PUBLIC_SHEET(Procedure.Kind.OBJECTION);

		private final Procedure.Kind neededBy;

		Use(Procedure.Kind neededBy) {
			this.neededBy = neededBy;
		}

		/**
		 * @return whether a pack with diagrams of that kind has to have a document of
		 * this use
		 */
		boolean isNeededBy(Procedure.Kind kind) {
			return this.neededBy == kind;
		}

	}

	/**
	 * @return whether somebody hands it in
	 */
	public boolean isHandedIn() {
		return !this.accept.isEmpty();
	}

}
