package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Amount;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * The cases a reader may see:
 * {@code GET /cases?q=&kind=&state=&province=&sort=&after=&before=}.
 *
 * @param query what was searched for: park, case number or document number; empty for
 * nothing
 * @param kinds choices of the select, the one meaning "all" (empty value) first; the same
 * for the others
 * @param count how many there are in all
 * @param round what comes round by the pack in force and is begun at {@code /rechecks};
 * null for those who begin none
 */
public record CaseListPage(String query, List<Choice> kinds, List<Choice> states, List<Choice> provinces, Amount count,
		List<Row> rows, Paging paging, ListTools tools, @Nullable String round) {

	/**
	 * One case.
	 *
	 * @param number case number; null before admission
	 * @param kind for instance 命名审批
	 * @param state where it stands
	 * @param present the present step and who has it; null once closed
	 * @param since when that step began, or the case was closed
	 * @param opened when the case was opened
	 */
	public record Row(String id, String url, String park, List<String> parkMeta, @Nullable String number, String kind,
			Tag state, @Nullable String present, LocalDate since, LocalDate opened) {
	}

}
