package cn.ecopark.organisation.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * One person: {@code GET /admin/people/{id}}; {@code POST …/{id}} changes what is said of
 * the person, {@code …/code} asks for a one-time code, {@code …/reopen} opens a closed
 * account again, {@code GET …/close} leads to closing it.
 *
 * @param self true of the reader, who cannot change the own roles or close the own
 * account
 * @param takesTwo whether a code has to be confirmed by a second administrator
 * @param waiting whether one is asked for already
 * @param lastSignIn null of somebody who never signed in
 */
public record PersonPage(long id, int version, String username, String name, String unit, String roles, Tag state,
		boolean active, boolean invented, boolean self, boolean takesTwo, boolean waiting,
		@Nullable ZonedDateTime lastSignIn, PersonFields fields, List<Change> history) {

	/** What became of the account. */
	public record Change(String act, String text, String reason, String by, ZonedDateTime at) {
	}

}
