package cn.ecopark.web.view;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The documents of a case or a batch, and where new ones go.
 *
 * @param uploads null where the reader may not add any
 */
public record Documents(List<Group> groups, @Nullable Uploads uploads) {

	/** Documents under one heading, for instance 必备材料. */
	public record Group(String title, List<Line> lines) {

		public long present() {
			return this.lines.stream().filter(Line::present).count();
		}

	}

	/**
	 * One kind of document with its versions, newest first; none yet where the list is
	 * empty.
	 *
	 * @param kind key of the kind in the pack
	 * @param required whether the step cannot be finished without it
	 * @param mayUpload whether this reader may add a version now
	 */
	public record Line(String kind, String label, boolean required, boolean mayUpload, List<Version> versions) {

		public boolean present() {
			return !this.versions.isEmpty();
		}

		public @Nullable Version newest() {
			return this.versions.isEmpty() ? null : this.versions.get(0);
		}

	}

	/**
	 * One version as it was handed in.
	 *
	 * @param url where it is shown inline; with {@code ?download} it is saved
	 * @param pages null where the file has no pages
	 * @param size readable, for instance 2.4 MB
	 * @param inline whether a browser can show it beside the decision (PDF, picture,
	 * text)
	 */
	public record Version(int number, String url, String fileName, @Nullable Integer pages, String size, LocalDate on,
			String by, boolean inline) {
	}

	/**
	 * Where an upload is posted: multipart fields {@code file}, {@code kind},
	 * {@code subject}, {@code task}, {@code submission}.
	 *
	 * @param url normally {@code /documents}
	 * @param subject id of the case or batch
	 * @param task id of the task it is done in, null where there is none
	 * @param submission token that makes a repeated post harmless
	 * @param accept file types as in the HTML attribute, for instance {@code .pdf,.jpg}
	 * @param largest largest size in words, for instance 100 MB
	 */
	public record Uploads(String url, String subject, @Nullable String task, String submission, String accept,
			String largest) {
	}

	public static Documents none() {
		return new Documents(List.of(), null);
	}

	public long count() {
		return this.groups.stream().mapToLong(Group::present).sum();
	}

	public long missing() {
		return this.groups.stream()
			.flatMap((group) -> group.lines().stream())
			.filter((line) -> line.required() && !line.present())
			.count();
	}

	/** The first document a browser can show, which is opened when the page opens. */
	public @Nullable Version first() {
		return this.groups.stream()
			.flatMap((group) -> group.lines().stream())
			.map(Line::newest)
			.filter((version) -> version != null && version.inline())
			.findFirst()
			.orElse(null);
	}

}
