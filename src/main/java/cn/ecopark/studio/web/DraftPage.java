package cn.ecopark.studio.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.release.web.ReleasePage;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * One draft: {@code GET /admin/studio/{draft}}; {@code POST …/make} with {@code reason},
 * {@code …/aside}, {@code …/open}, {@code …/undo} and {@code …/redo} with {@code path}.
 *
 * @param findings what the check found, errors first
 * @param changes what it says otherwise than the release it was begun with
 * @param reason as it was typed
 */
public record DraftPage(String url, Head head, List<Group> groups, List<ReleasePage.Finding> findings,
		List<ReleasePage.FileChange> changes, List<Step> steps, String reason, List<FieldError> errors) {

	/**
	 * @param basedOn the release it was begun with
	 * @param inForce the release in force, where it is another one by now; else null
	 * @param release what was made of it; null where nothing was
	 */
	public record Head(String title, String pack, String basedOn, @Nullable String inForce, Tag state, boolean open,
			boolean laidAside, @Nullable String release, String by, ZonedDateTime at) {
	}

	/** Files of one sort. */
	public record Group(String label, List<File> files) {
	}

	/**
	 * One file.
	 *
	 * @param changed whether the draft changes it
	 * @param holder who works at it just now; null where nobody does
	 * @param edit where it is changed; null where it cannot be changed here yet
	 */
	public record File(String path, String name, boolean changed, @Nullable String holder, @Nullable String edit) {
	}

	/**
	 * One file saved once.
	 *
	 * @param undo whether it is the last of its file, so that it can be undone
	 * @param redo whether it was undone last of its file, so that it can be done again
	 */
	public record Step(String path, String name, ZonedDateTime at, String by, boolean undone, boolean undo,
			boolean redo) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
