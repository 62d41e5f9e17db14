package cn.ecopark.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Paging;

/**
 * The chain of one subject, checked: {@code GET /audit/subject?id=&after=&before=}.
 *
 * @param about what the subject is called; null where it has no name
 * @param fault what is not as it was written; null where all is
 */
public record ChainPage(String subject, @Nullable String about, long entries, long sealed, @Nullable String fault,
		List<AuditPage.Row> rows, Paging paging) {
}
