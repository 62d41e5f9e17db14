package cn.ecopark.officialdocument.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * Documents that were issued: {@code GET /papers?q=&year=&state=&sort=&after=&before=}.
 */
public record IssueRegisterPage(String query, List<Choice> years, List<Choice> states, List<Row> rows, Paging paging,
		ListTools tools) {

	/**
	 * @param number null for documents without 发文字号
	 * @param reason why it no longer holds; null while it does
	 * @param successor what took its place; null unless superseded
	 * @param rightUrl where it is put right
	 */
	public record Row(String code, String fileUrl, String verifyUrl, String title, @Nullable String number,
			String bodies, LocalDate issuedOn, Tag state, @Nullable String reason, @Nullable Successor successor,
			String rightUrl) {
	}

	/**
	 * @param name number, or title of one without
	 */
	public record Successor(String name, String url) {
	}

}
