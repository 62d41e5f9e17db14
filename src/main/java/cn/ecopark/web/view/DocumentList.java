package cn.ecopark.web.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The documents of a case or a batch, and where new ones go.
 *
 * @param uploads null where the reader may not add any
 */
public record DocumentList(List<Group> groups, @Nullable Uploads uploads) {

	/** DocumentList under one heading, for instance 必备材料. */
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
	 * @param intake what is on its way to become a version
	 */
	public record Line(String kind, String label, boolean required, boolean mayUpload, List<Version> versions,
			Intake intake) {

		public boolean present() {
			return !this.versions.isEmpty();
		}

		/** Neither there nor being checked. */
		public boolean missing() {
			return this.required && !present() && this.intake.checking().isEmpty();
		}

		public @Nullable Version newest() {
			return this.versions.isEmpty() ? null : this.versions.get(0);
		}

	}

	/**
	 * What is on its way to become a version.
	 *
	 * @param accept types the kind is taken in, as in the HTML attribute, for instance
	 * {@code .pdf,.docx}
	 */
	public record Intake(String accept, List<Checking> checking, List<Refused> refused, List<Unfinished> unfinished) {

		public static Intake none() {
			return new Intake("", List.of(), List.of(), List.of());
		}

		/**
		 * @return the types in words, for instance PDF、DOCX
		 */
		public String types() {
			return this.accept.replace(",.", "、").replace(".", "").toUpperCase(Locale.ROOT);
		}

	}

	/**
	 * A file that is being checked.
	 *
	 * @param url null for all but whoever handed it in
	 */
	public record Checking(long id, String fileName, @Nullable String url) {
	}

	/**
	 * A file that was not taken.
	 *
	 * @param reasons in words
	 * @param dropUrl where it is taken off the list
	 */
	public record Refused(String fileName, List<String> reasons, String dropUrl) {
	}

	/**
	 * An upload of this reader that can be gone on with.
	 *
	 * @param url of the upload
	 * @param arrived readable, for instance 440.3 MB
	 * @param size readable
	 * @param fingerprint by which the browser knows the file again
	 */
	public record Unfinished(String url, String fileName, int percent, String arrived, String size,
			String fingerprint) {
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
	 * @param largest largest size in words, for instance 1 GB
	 * @param largestForm the same for a form that is sent without scripts
	 */
	public record Uploads(String url, String subject, @Nullable String task, String submission, String largest,
			String largestForm) {
	}

	/**
	 * @return these documents, and behind them those of another list
	 */
	public DocumentList and(DocumentList others) {
		List<Group> both = new ArrayList<>(this.groups);
		both.addAll(others.groups);
		return new DocumentList(both, this.uploads);
	}

	public long count() {
		return this.groups.stream().mapToLong(Group::present).sum();
	}

	public long missing() {
		return this.groups.stream().flatMap((group) -> group.lines().stream()).filter(Line::missing).count();
	}

	/**
	 * @return ids of what is being checked, with commas between them
	 */
	public String checking() {
		return this.groups.stream()
			.flatMap((group) -> group.lines().stream())
			.flatMap((line) -> line.intake().checking().stream())
			.map((file) -> String.valueOf(file.id()))
			.collect(Collectors.joining(","));
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
