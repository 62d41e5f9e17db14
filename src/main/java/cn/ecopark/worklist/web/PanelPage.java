package cn.ecopark.worklist.web;

import java.util.Map;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * How a work panel looks on the page of a task, and how the decision is read from what
 * the page posts.
 */
public interface PanelPage {

	/**
	 * @return the name of the work panel
	 */
	String name();

	/**
	 * @param entered what the actor has typed so far
	 * @param problems what is wrong with it, in words, by field
	 * @return the record the fragment {@code panels/<name>} is rendered from
	 */
	PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems);

	/**
	 * @param statement what every step states, read already
	 * @return the decision; what cannot be understood is left out of it, so that the
	 * panel's check finds it missing
	 */
	Decision read(Statement statement, Entered entered);

}
