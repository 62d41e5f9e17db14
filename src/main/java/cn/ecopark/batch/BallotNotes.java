package cn.ecopark.batch;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in one line how the ballots on a park stand, for whoever has to choose about it
 * next.
 */
@Component
class BallotNotes {

	private final Wordings words;

	BallotNotes(Wordings words) {
		this.words = words;
	}

	/**
	 * @param withPresentRound for the Office, which decides after the round; the bodies
	 * see earlier rounds only
	 * @return null where there is nothing to say yet
	 */
	@Nullable String about(Batch batch, Count.Reading reading, BatchItem item, boolean withPresentRound) {
		List<String> lines = new ArrayList<>();
		int last = withPresentRound ? item.round() : item.round() - 1;
		for (int round = 1; round <= last; round++) {
			lines.add(this.words.text("batch.note.round", round, round(batch, reading, item, round)));
		}
		return lines.isEmpty() ? null : String.join(" ", lines);
	}

	private String round(Batch batch, Count.Reading reading, BatchItem item, int round) {
		List<String> said = new ArrayList<>();
		for (String body : reading.bodies()) {
			said.add(reading.ballot(item, body, round)
				.map(ballot -> spoken(batch, body, ballot))
				.orElseGet(() -> this.words.text("batch.note.silent", this.words.body(batch, body))));
		}
		return String.join(this.words.text("batch.note.separator"), said);
	}

	/** The line sets its own stop. */
	private static String withoutStop(String reason) {
		return reason.replaceAll("[。；.;]+$", "");
	}

	private String spoken(Batch batch, String body, Ballot ballot) {
		String choice = this.words.outcome(batch.release(), ballot.choice());
		return ballot.reason().isEmpty() ? this.words.text("batch.note.choice", this.words.body(batch, body), choice)
				: this.words.text("batch.note.reasoned", this.words.body(batch, body), choice,
						withoutStop(ballot.reason()));
	}

}
