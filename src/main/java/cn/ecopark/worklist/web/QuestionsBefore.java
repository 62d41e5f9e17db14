package cn.ecopark.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.TaskEngine.NextHandler;
import cn.ecopark.worklist.WorkItem;

/**
 * Before something is decided that cannot simply be undone, the page asks once and says
 * what will happen: an official document comes about, somebody is decided against, the
 * case or batch ends, or a whole batch goes on.
 */
@Component
class QuestionsBefore {

	private final RulePacks packs;

	private final Texts texts;

	QuestionsBefore(RulePacks packs, Texts texts) {
		this.packs = packs;
		this.texts = texts;
	}

	/**
	 * @param next what the flow does afterwards
	 * @return what will happen; null where nothing is asked
	 */
	@Nullable String before(WorkItem item, OutcomeKind kind, List<NextHandler> next, Locale locale) {
		RulePack pack = this.packs.get(item.task().release());
		List<String> sentences = new ArrayList<>();
		String documents = item.description()
			.issuedWith(kind.code())
			.stream()
			.map(document -> this.texts.in(locale, "worklist.ask.document-named", pack.document(document).label()))
			.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
		if (!documents.isEmpty()) {
			sentences.add(this.texts.in(locale, "worklist.ask.document", documents));
		}
		if (kind.marks().adverse()) {
			sentences.add(this.texts.in(locale, "worklist.ask.adverse"));
		}
		if (next.stream().anyMatch(NextHandler::ends)) {
			sentences.add(this.texts.in(locale, "worklist.ask.ends"));
		}
		if (item.subject().caseId() == null) {
			sentences.add(this.texts.in(locale, "worklist.ask.batch"));
		}
		return sentences.isEmpty() ? null : String.join("", sentences);
	}

}
