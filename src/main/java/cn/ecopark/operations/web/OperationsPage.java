package cn.ecopark.operations.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * What whoever runs the system sees.
 *
 * @param alarms what is watched, the red ones first
 * @param failed what has failed for good, steps of flows first
 * @param more whether there is more than is shown
 * @param waiting what is done in the background, by kind
 * @param places where seals of the audit are told
 */
record OperationsPage(List<Figure> alarms, List<Failed> failed, boolean more, List<Waiting> waiting, List<Place> places,
		List<FieldError> errors) {

	/**
	 * Something that is watched.
	 *
	 * @param label what it means
	 * @param measured and up to how much is no alarm
	 */
	record Figure(Tag state, String label, String measured) {
	}

	/**
	 * Something that does not go on by itself.
	 *
	 * @param what which command tries it again
	 * @param title what was to be done
	 * @param about park and number of its case, or title of its batch; empty where it is
	 * about none
	 * @param words what went wrong, in plain words
	 * @param fault what was thrown, without messages
	 */
	record Failed(String what, String id, String title, String about, ZonedDateTime at, String words, String fault,
			Act act) {
	}

	/**
	 * The form that goes with it.
	 *
	 * @param field id of its input
	 * @param reason what was typed and refused
	 * @param error what is wrong with that
	 */
	record Act(String label, String consequence, String field, String reason, @Nullable String error) {
	}

	/** Work of one kind. */
	record Waiting(String label, long waiting, long underWay, long resting, String longest) {
	}

	/**
	 * A place outside.
	 *
	 * @param act null while it can be told
	 */
	record Place(String name, Tag state, long behind, ZonedDateTime toldAt, @Nullable Act act) {
	}

}
